using System.Text.Json;
using HiveGen.Targets;
using Npgsql;
using NpgsqlTypes;

namespace HiveGen.Adapters.Postgres;

/// <summary>Many rows of one model on their way: a column of values a field, so that a statement has as many parameters as the model has fields.</summary>
internal sealed class PostgresRows : FieldSink
{
    private readonly PostgresColumn[] columns;
    private readonly PostgresColumn<long?> versions;
    private readonly PostgresColumn<bool?> deleted;

    /// <summary>No rows yet.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">How many there will be.</param>
    public PostgresRows(SyncModel model, int rows)
    {
        Model = model;
        columns = new PostgresColumn[model.Fields.Count];
        for (int field = 0; field < columns.Length; field++)
        {
            columns[field] = PostgresColumn.Of(model.Fields[field].Type, rows);
        }

        versions = new PostgresColumn<long?>(NpgsqlDbType.Bigint, rows);
        deleted = new PostgresColumn<bool?>(NpgsqlDbType.Boolean, rows);
    }

    /// <summary>The model.</summary>
    public SyncModel Model { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a record, or the ghost of one.</summary>
    public void Add(in SqlValue id, SyncRecord? record, long version)
    {
        if (record is null)
        {
            PostgresIds.Add(columns[0], id);
            for (int field = 1; field < columns.Length; field++)
            {
                Null(field);
            }
        }
        else
        {
            Model.Write(record, this);
        }

        versions.Add(version);
        deleted.Add(record is null);
        Count++;
    }

    /// <summary>A statement of the model's map that writes them all.</summary>
    public NpgsqlBatchCommand ToCommand(string sql, string home)
    {
        NpgsqlBatchCommand command = new(sql);
        foreach (PostgresColumn column in columns)
        {
            command.Parameters.Add(column.ToParameter());
        }

        command.Parameters.Add(versions.ToParameter());
        command.Parameters.Add(deleted.ToParameter());
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = home });
        return command;
    }

    /// <summary>The ids of them all, as an array.</summary>
    public NpgsqlParameter Ids() => columns[0].ToParameter();

    /// <inheritdoc/>
    protected override void Null(int field) => columns[field].AddNull();

    /// <inheritdoc/>
    protected override void Text(int field, string value) => Add(field, value);

    /// <inheritdoc/>
    protected override void Bool(int field, bool value) => Add<bool?>(field, value);

    /// <inheritdoc/>
    protected override void Int64(int field, long value)
    {
        if (columns[field] is PostgresColumn<int?> narrow)
        {
            narrow.Add(checked((int)value));
        }
        else
        {
            Add<long?>(field, value);
        }
    }

    /// <inheritdoc/>
    protected override void Double(int field, double value) => Add<double?>(field, value);

    /// <inheritdoc/>
    protected override void Decimal(int field, decimal value, int scale) => Add<decimal?>(field, value);

    /// <inheritdoc/>
    protected override void Timestamp(int field, long micros) => Add<long?>(field, PostgresTimes.Write(micros));

    /// <inheritdoc/>
    protected override void Date(int field, DateOnly value) => Add<int?>(field, PostgresTimes.Write(value));

    /// <inheritdoc/>
    protected override void Time(int field, long micros) => Add<long?>(field, micros);

    /// <inheritdoc/>
    protected override void Duration(int field, long micros) => Add<NpgsqlInterval?>(field, new NpgsqlInterval(0, 0, micros));

    /// <inheritdoc/>
    protected override void Guid(int field, Guid value) => Add<Guid?>(field, value);

    /// <inheritdoc/>
    protected override void Blob(int field, byte[] value) => Add(field, value);

    /// <inheritdoc/>
    protected override void Enum(int field, string name) => Add(field, name);

    /// <inheritdoc/>
    protected override void Json(int field, JsonElement value) => Add(field, value.GetRawText());

    private void Add<T>(int field, T value) => ((PostgresColumn<T>)columns[field]).Add(value);
}
