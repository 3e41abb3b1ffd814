namespace HiveGen.Adapters.Postgres.Tests;

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class PostgresBlog(ServerFixture<PostgresServer> fixture) : Blog.BlogFacts(new PostgresProbe(fixture.Server));
