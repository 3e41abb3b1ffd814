namespace HiveGen.Adapters.Postgres.Tests;

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class NewItemsBatch(ServerFixture<PostgresServer> fixture) : BatchFacts(new NewItemsProbe(fixture.Server));

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class NewItemsCursor(ServerFixture<PostgresServer> fixture) : CursorFacts(new NewItemsProbe(fixture.Server));

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class NewItemsGuard(ServerFixture<PostgresServer> fixture) : GuardFacts(new NewItemsProbe(fixture.Server));

[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class NewItemsMerge(ServerFixture<PostgresServer> fixture) : MergeFacts(new NewItemsProbe(fixture.Server));
