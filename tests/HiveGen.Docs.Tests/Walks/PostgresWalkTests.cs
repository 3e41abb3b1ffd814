namespace HiveGen.Docs.Tests.Walks;

/// <summary>The part of the tutorial that needs PostgreSQL, behind everything else.</summary>
[Requires<PostgresServer>, Collection("postgres")]
public sealed class PostgresWalkTests(ServerFixture<PostgresServer> server)
{
    public const string Heading = "PostgreSQL by one line";

    [ServerFact]
    public Task The_tutorial_reaches_PostgreSQL() => WalkTests.RunAsync("docs/tutorial.md", server.Server, static _ => true);
}

[CollectionDefinition("postgres")]
public sealed class PostgresCollection : ICollectionFixture<ServerFixture<PostgresServer>>;
