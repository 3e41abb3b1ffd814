namespace HiveGen.Adapters.Postgres.Tests;

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class PostgresBatch(ServerFixture<PostgresServer> fixture) : BatchFacts(new PostgresProbe(fixture.Server));

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class PostgresCursor(ServerFixture<PostgresServer> fixture) : CursorFacts(new PostgresProbe(fixture.Server));

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class PostgresDialect(ServerFixture<PostgresServer> fixture) : DialectFacts(new PostgresProbe(fixture.Server));

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class PostgresGuard(ServerFixture<PostgresServer> fixture) : GuardFacts(new PostgresProbe(fixture.Server));

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class PostgresMerge(ServerFixture<PostgresServer> fixture) : MergeFacts(new PostgresProbe(fixture.Server));

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class PostgresName(ServerFixture<PostgresServer> fixture) : NameFacts(new PostgresProbe(fixture.Server));

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class PostgresOutage(ServerFixture<PostgresServer> fixture) : OutageFacts(new PostgresProbe(fixture.Server));

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class PostgresSchema(ServerFixture<PostgresServer> fixture) : SchemaFacts(new PostgresProbe(fixture.Server));

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class PostgresSweep(ServerFixture<PostgresServer> fixture) : SweepFacts(new PostgresProbe(fixture.Server));

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class PostgresVerify(ServerFixture<PostgresServer> fixture) : VerifyFacts(new PostgresProbe(fixture.Server));

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class PostgresVolume(ServerFixture<PostgresServer> fixture) : VolumeFacts(new PostgresProbe(fixture.Server));
