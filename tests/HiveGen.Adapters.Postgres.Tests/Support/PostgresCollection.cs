namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>The tests that share one PostgreSQL. One after the other: some stop it.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<ServerFixture<PostgresServer>>
{
    public const string Name = "PostgreSQL";
}
