using HiveGen.Targets;
using Npgsql;

namespace HiveGen.Adapters.Postgres;

/// <summary>Ids as the type of their column has them.</summary>
internal static class PostgresIds
{
    /// <summary>Adds an id to the column of ids.</summary>
    public static void Add(PostgresColumn column, in SqlValue id)
    {
        switch (column)
        {
            case PostgresColumn<long?> numbers:
                numbers.Add(id.Int64);
                break;
            case PostgresColumn<Guid?> guids:
                guids.Add(Guid.Parse(id.Text!));
                break;
            default:
                ((PostgresColumn<string?>)column).Add(id.Text);
                break;
        }
    }

    /// <summary>Many ids as one array.</summary>
    public static NpgsqlParameter ToParameter(SyncModel model, IReadOnlyList<SqlValue> ids)
    {
        PostgresColumn column = PostgresColumn.Of(model.Fields[0].Type, ids.Count);
        foreach (SqlValue id in ids)
        {
            Add(column, id);
        }

        return column.ToParameter();
    }

    /// <summary>The id in the first column of a row.</summary>
    public static SqlValue Read(SyncModel model, FieldSource row) => model.Fields[0].Type switch
    {
        SyncType.Int32 or SyncType.Int64 => row.Int64(0) is { } number ? SqlValue.From(number) : SqlValue.Null,
        SyncType.Guid => row.Guid(0) is { } guid ? Codecs.Guid.Encode(guid) : SqlValue.Null,
        _ => SqlValue.From(row.Text(0)),
    };
}
