using Npgsql;

namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>The same through a pooler in transaction mode, set up as a Neon target. While the database is stopped the pooler answers.</summary>
public sealed class NeonProbe(PoolerFixture fixture) : PostgresProbe(fixture.Server)
{
    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Adapter"] = "Neon", ["Connection"] = ConnectionString + ";Timeout=2;Command Timeout=2" };

    protected override string Url => fixture.Pooler.UrlOf(Database.Name);

    /// <summary>The same address for a connection past the adapter.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(PostgresSettings.Of("neon", Url, isNeon: true).ConnectionString) { Pooling = false }.ConnectionString;

    // The pooler lets its clients wait for the database, where a test would wait with them.
    protected override HiveTarget Make(string url)
    {
        NpgsqlConnectionStringBuilder settings = PostgresSettings.Of("neon", url, isNeon: true);
        settings.Timeout = 2;
        settings.CommandTimeout = 2;
        return new PostgresTarget("neon", settings, options: null);
    }
}
