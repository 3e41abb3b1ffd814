using System.Globalization;
using Npgsql;

namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>A PostgreSQL database under the suite.</summary>
public class PostgresProbe(PostgresServer server) : TargetProbe
{
    private TestDatabase? database;

    public override bool CursorIsTransactional => true;

    public override bool MakesSchema => true;

    public override bool Verifies => true;

    public override BadRowReport BadRows => BadRowReport.Batch;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Adapter"] = "Postgres", ["Connection"] = Url };

    /// <summary>The database of the test.</summary>
    public TestDatabase Database => database ??= new TestDatabase(server);

    /// <summary>The address that targets get.</summary>
    protected virtual string Url => Database.Url;

    public override async ValueTask ResetAsync() => await Database.MakeAsync();

    public override HiveTarget Create() => Make(Url);

    public override HiveTarget CreateWithWrongKey() => Make(Url.Replace(":hive@", $":{WrongKey}@", StringComparison.Ordinal));

    public override async ValueTask<IReadOnlyList<StoredRow>> ReadAsync(SyncModel model)
    {
        if (!await Database.OneAsync<bool>($"SELECT to_regclass('\"{model.Name}\"') IS NOT NULL"))
        {
            return [];
        }

        await using NpgsqlConnection connection = await Database.OpenAsync();
        string columns = string.Join(", ", model.Fields.Select(static field => ToText(field.Type, $"\"{field.Column}\"")));
        await using NpgsqlCommand select = new($"SELECT {columns}, _version, _deleted, _home FROM \"{model.Name}\"", connection);
        await using NpgsqlDataReader row = await select.ExecuteReaderAsync();
        List<StoredRow> rows = [];
        while (await row.ReadAsync())
        {
            int fields = model.Fields.Count;
            object?[] values = [.. model.Fields.Select((field, index) => row.IsDBNull(index) ? null : Value(field.Type, row.GetString(index)))];
            rows.Add(new StoredRow(row.GetString(0), row.GetInt64(fields), row.GetBoolean(fields + 1), row.GetString(fields + 2), values));
        }

        return rows;
    }

    public override async ValueTask DropAsync(SyncModel model) => await Database.RunAsync($"DROP TABLE \"{model.Name}\" CASCADE");

    public override async ValueTask RefuseTitleAsync(string title) => await Database.RunAsync($"ALTER TABLE notes ADD CONSTRAINT wanted CHECK (title <> '{title}')");

    public override async ValueTask StopAsync() => await server.StopAsync();

    public override async ValueTask StartAsync() => await server.StartAsync();

    public override async ValueTask DisposeAsync()
    {
        if (database is not null && server.Running)
        {
            await database.DropAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A target at an address.</summary>
    protected virtual HiveTarget Make(string url) => new PostgresTarget("postgres", url);

    // As text, exactly: what PostgreSQL itself prints of it, or of its number.
    private static string ToText(SyncType type, string column) => type switch
    {
        SyncType.Timestamp or SyncType.Time or SyncType.Duration => $"(extract(epoch FROM {column}) * 1000000)::bigint::text",
        SyncType.Blob => $"encode({column}, 'hex')",
        _ => column + "::text",
    };

    private static object Value(SyncType type, string text) => type switch
    {
        SyncType.Bool => text == "true",
        SyncType.Int32 or SyncType.Int64 or SyncType.Timestamp or SyncType.Time or SyncType.Duration => long.Parse(text, CultureInfo.InvariantCulture),
        SyncType.Double => double.Parse(text, CultureInfo.InvariantCulture),
        SyncType.Decimal => decimal.Parse(text, CultureInfo.InvariantCulture),
        SyncType.Date => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        SyncType.Guid => Guid.Parse(text),
        SyncType.Blob => Convert.FromHexString(text),
        _ => text,
    };
}
