namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>Where somebody takes the key away under a running app, nothing comes to be there twice.</summary>
[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class KeyTests(ServerFixture<PostgresServer> fixture) : ConformanceTests(new PostgresProbe(fixture.Server))
{
    private static readonly TargetCursor At = new("session_a", 10, 1, 12);

    private TestDatabase Database => ((PostgresProbe)Probe).Database;

    [ServerFact]
    public Task An_add_that_comes_again_where_the_key_is_gone_holds_the_target_up() => LoseAsync("ALTER TABLE notes DROP CONSTRAINT notes_pkey");

    [ServerFact]
    public Task An_add_that_comes_again_where_the_key_has_more_columns_holds_the_target_up() => LoseAsync("ALTER TABLE notes DROP CONSTRAINT notes_pkey, ADD PRIMARY KEY (id, _version)");

    [ServerFact]
    public Task An_add_that_comes_again_where_the_key_is_of_some_rows_holds_the_target_up() => LoseAsync("ALTER TABLE notes DROP CONSTRAINT notes_pkey; CREATE UNIQUE INDEX of_some ON notes (id) WHERE rank > 7");

    private async Task LoseAsync(string change)
    {
        await PrepareAsync();
        SyncItem leaf = Items.Item("l1", 6, new LeafSync { Id = "l1", Note = "n1", Above = null, Text = "leaf" }) with { IsNew = true };
        await ApplyAsync(NewItem.Note("n1", 5), leaf);
        await Database.RunAsync(change);

        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await Target.SendAsync(
            new SendBatch([leaf with { RecordId = "l2", Id = SqlValue.From("l2"), Record = new LeafSync { Id = "l2" } }, NewItem.Note("n1", 6)], new CursorMove(Items.Home, null, At)), CancellationToken.None));

        Assert.Equal(TargetFailure.Schema, refused.Failure);
        Assert.Equal((1L, 1L), (await Database.OneAsync<long>("SELECT count(*) FROM notes"), await Database.OneAsync<long>("SELECT count(*) FROM leaves")));
        Assert.Null(await Target.ReadCursorAsync(Items.Home, CancellationToken.None));
        await Database.RunAsync("ALTER TABLE notes DROP CONSTRAINT IF EXISTS notes_pkey, ADD PRIMARY KEY (id)");
        await ApplyAsync(NewItem.Note("n1", 6), NewItem.Note("n2", 7));
        await StoredAsync(NewItem.Note("n1", 6), NewItem.Note("n2", 7));
    }

    [ServerFact]
    public async Task A_key_that_could_not_be_built_is_none()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 5));
        await Database.RunAsync("ALTER TABLE notes DROP CONSTRAINT notes_pkey; INSERT INTO notes (id, _version, _home) VALUES ('n1', 5, 'twice')");
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Database.RunAsync("CREATE UNIQUE INDEX CONCURRENTLY failed ON notes (id)"));

        TargetException told = await Assert.ThrowsAsync<TargetException>(async () => await Open().PrepareAsync(Items.Models, CancellationToken.None));

        Assert.Equal(TargetFailure.Schema, told.Failure);
        Assert.Contains("\"id\" of \"notes\" is no key of its own here", told.Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_key_that_is_looked_at_only_at_the_end_of_a_transaction_is_none()
    {
        await PrepareAsync();
        await Database.RunAsync("ALTER TABLE notes DROP CONSTRAINT notes_pkey, ADD PRIMARY KEY (id) DEFERRABLE");

        TargetException told = await Assert.ThrowsAsync<TargetException>(async () => await Open().PrepareAsync(Items.Models, CancellationToken.None));

        Assert.Equal(TargetFailure.Schema, told.Failure);
        Assert.Contains("\"id\" of \"notes\" is no key of its own here", told.Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_key_that_takes_letters_of_either_case_for_the_same_is_told()
    {
        await PrepareAsync();
        await Database.RunAsync("CREATE EXTENSION citext; DROP VIEW notes_live; ALTER TABLE notes ALTER COLUMN id TYPE citext");

        TargetException told = await Assert.ThrowsAsync<TargetException>(async () => await Open().PrepareAsync(Items.Models, CancellationToken.None));

        Assert.Equal(TargetFailure.Schema, told.Failure);
        Assert.Contains("\"id\" of \"notes\" is citext here", told.Message, StringComparison.Ordinal);
    }
}
