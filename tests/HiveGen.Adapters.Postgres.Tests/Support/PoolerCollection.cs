namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>The tests that share one pgbouncer before a PostgreSQL of their own. One after the other: some stop it.</summary>
[CollectionDefinition(Name)]
public sealed class PoolerCollection : ICollectionFixture<PoolerFixture>
{
    public const string Name = "pgbouncer";
}
