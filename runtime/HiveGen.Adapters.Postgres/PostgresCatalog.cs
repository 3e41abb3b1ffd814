using HiveGen.Targets;
using Npgsql;
using NpgsqlTypes;

namespace HiveGen.Adapters.Postgres;

/// <summary>Which tables and views there are, with their columns in order, as the search path finds them.</summary>
internal sealed class PostgresCatalog
{
    private const string Select = """
        SELECT n.name, a.attname::text, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
          EXISTS (SELECT FROM pg_catalog.pg_index AS i WHERE i.indrelid = a.attrelid AND i.indisunique AND i.indimmediate AND i.indisvalid AND i.indpred IS NULL AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum),
          a.attnotnull AND NOT a.atthasdef AND a.attidentity = ''
        FROM unnest($1) AS n(name) JOIN pg_catalog.pg_attribute AS a ON a.attrelid = to_regclass(quote_ident(n.name))
        WHERE a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attrelid, a.attnum
        """;

    private readonly Dictionary<string, OrderedDictionary<string, TargetColumn>> columns = new(StringComparer.Ordinal);
    private readonly HashSet<(string Table, string Column)> demanded = [];

    /// <summary>What there is for these models: one question, however many they are.</summary>
    public static async Task<PostgresCatalog> ReadAsync(NpgsqlConnection connection, IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        List<string> names = [PostgresCursor.Table];
        foreach (SyncModel model in models)
        {
            names.Add(model.Name);
            names.Add(PostgresNames.View(model.Name));
        }

        PostgresCatalog catalog = new();
        await using NpgsqlCommand select = new(Select, connection);
        select.Parameters.Add(new NpgsqlParameter<List<string>> { TypedValue = names, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using NpgsqlDataReader row = await select.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            string name = row.GetString(0);
            if (!catalog.columns.TryGetValue(name, out OrderedDictionary<string, TargetColumn>? list))
            {
                catalog.columns.Add(name, list = new OrderedDictionary<string, TargetColumn>(StringComparer.Ordinal));
            }

            list.Add(row.GetString(1), new TargetColumn(row.GetString(2), row.GetBoolean(3), row.GetBoolean(4)));
            if (row.GetBoolean(5))
            {
                catalog.demanded.Add((name, row.GetString(1)));
            }
        }

        return catalog;
    }

    /// <summary>Whether there is a table or view of this name.</summary>
    public bool Has(string name) => columns.ContainsKey(name);

    /// <summary>Whether every row must bring a value for a column: it may not be null and gets none by itself.</summary>
    public bool Demands(string name, string column) => demanded.Contains((name, column));

    /// <summary>Its columns in order.</summary>
    public OrderedDictionary<string, TargetColumn> ColumnsOf(string name) => columns[name];
}
