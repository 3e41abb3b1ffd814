namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>A PostgreSQL database under the suite whose targets take everything for new: what they do must be the same.</summary>
public sealed class NewItemsProbe(PostgresServer server) : PostgresProbe(server)
{
    protected override HiveTarget Make(string url) => new NewItemsTarget(base.Make(url));
}
