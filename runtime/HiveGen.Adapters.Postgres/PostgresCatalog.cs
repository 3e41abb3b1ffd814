using HiveGen.Targets;
using Npgsql;
using NpgsqlTypes;

namespace HiveGen.Adapters.Postgres;

/// <summary>Which tables and views there are, with their columns in order, as the search path finds them.</summary>
internal sealed class PostgresCatalog
{
    private const string Select = """
        SELECT n.name, a.attname::text
        FROM unnest($1) AS n(name) JOIN pg_catalog.pg_attribute AS a ON a.attrelid = to_regclass(quote_ident(n.name))
        WHERE a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attrelid, a.attnum
        """;

    private readonly Dictionary<string, List<string>> columns = new(StringComparer.Ordinal);

    /// <summary>What there is for these models: one question, however many they are.</summary>
    public static async Task<PostgresCatalog> ReadAsync(NpgsqlConnection connection, IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        List<string> names = [PostgresCursor.Table];
        foreach (SyncModel model in models)
        {
            names.Add(model.Name);
            names.Add(model.Name + "_live");
        }

        PostgresCatalog catalog = new();
        await using NpgsqlCommand select = new(Select, connection);
        select.Parameters.Add(new NpgsqlParameter<List<string>> { TypedValue = names, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using NpgsqlDataReader row = await select.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            string name = row.GetString(0);
            if (!catalog.columns.TryGetValue(name, out List<string>? list))
            {
                catalog.columns.Add(name, list = []);
            }

            list.Add(row.GetString(1));
        }

        return catalog;
    }

    /// <summary>Whether there is a table or view of this name.</summary>
    public bool Has(string name) => columns.ContainsKey(name);

    /// <summary>Its columns in order.</summary>
    public IReadOnlyList<string> ColumnsOf(string name) => columns[name];
}
