using Npgsql;

namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>Rows that are thought to be new are inserted without a guard; whatever stands in their way is the guard's again.</summary>
[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class InsertTests(ServerFixture<PostgresServer> fixture) : ConformanceTests(new PostgresProbe(fixture.Server))
{
    private static readonly TargetCursor At = new("session_a", 10, 1, 12);
    private static readonly CursorMove Stay = new(Items.Home, At, At);
    private static readonly ItemOutcome Applied = new(ItemStatus.Applied);
    private static readonly ItemOutcome Stale = new(ItemStatus.Stale);

    private TestDatabase Database => ((PostgresProbe)Probe).Database;

    [ServerFact]
    public async Task Rows_that_are_all_new_are_inserted_and_others_are_guarded()
    {
        await PrepareAsync();
        StatementCount count = await StatementCount.BeginAsync(Database);
        await ApplyAsync(NewItem.Note("n1", 5), NewItem.Note("n2", 6));
        Assert.Equal((1, 0), await count.ReadAsync());
        await ApplyAsync(NewItem.Note("n3", 7), Items.Note("n4", 8), NewItem.Note("n5", 8));
        await ApplyAsync(Items.Note("n1", 9));
        Assert.Equal((1, 2), await count.ReadAsync());
        await StoredAsync(Items.Note("n1", 9), NewItem.Note("n2", 6), NewItem.Note("n3", 7), Items.Note("n4", 8), NewItem.Note("n5", 8));
    }

    [ServerFact]
    public async Task A_batch_whose_answer_was_lost_is_stale_when_it_comes_again_and_what_is_new_in_it_is_written()
    {
        await PrepareAsync();
        await Target.SendAsync(new SendBatch([], new CursorMove(Items.Home, null, At)), CancellationToken.None);
        await Target.SendAsync(new SendBatch([NewItem.Note("n1", 5), NewItem.Note("n2", 6)], Stay), CancellationToken.None);

        IReadOnlyList<ItemOutcome> again = await Target.SendAsync(new SendBatch([NewItem.Note("n1", 5), NewItem.Note("n2", 6), NewItem.Note("n3", 7)], Stay), CancellationToken.None);

        Assert.Equal([Stale, Stale, Applied], again);
        await StoredAsync(NewItem.Note("n1", 5), NewItem.Note("n2", 6), NewItem.Note("n3", 7));
    }

    [ServerFact]
    public async Task A_batch_that_moved_the_cursor_and_comes_again_is_another_writers()
    {
        await PrepareAsync();
        CursorMove move = new(Items.Home, At, At with { Seq = 20, High = 20 });
        await Target.SendAsync(new SendBatch([], new CursorMove(Items.Home, null, At)), CancellationToken.None);
        await Target.SendAsync(new SendBatch([NewItem.Note("n1", 5)], move), CancellationToken.None);

        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await Target.SendAsync(new SendBatch([NewItem.Note("n1", 5, "other"), NewItem.Note("n2", 6)], move), CancellationToken.None));

        Assert.Equal(TargetFailure.CursorConflict, refused.Failure);
        await StoredAsync(NewItem.Note("n1", 5));
        Assert.Equal(move.To, await Target.ReadCursorAsync(Items.Home, CancellationToken.None));
    }

    [ServerFact]
    public async Task An_add_revives_an_older_ghost_and_no_newer_one()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Gone("older", 5), Items.Gone("newer", 9));

        Assert.Equal([Applied, Stale, Applied], await SendAsync(NewItem.Note("older", 7), NewItem.Note("newer", 7), NewItem.Note("none", 7)));

        await StoredAsync(NewItem.Note("older", 7), Items.Gone("newer", 9), NewItem.Note("none", 7));
    }

    [ServerFact]
    public async Task An_add_over_a_row_of_another_home_is_a_conflict_and_the_others_are_written()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 3, home: "hive_2"));

        IReadOnlyList<ItemOutcome> outcomes = await SendAsync(NewItem.Note("n1", 5), NewItem.Note("n2", 6));

        Assert.Equal([ItemStatus.Conflict, ItemStatus.Applied], outcomes.Select(static outcome => outcome.Status));
        Assert.Contains("hive_2", outcomes[0].Error, StringComparison.Ordinal);
        await StoredAsync(Items.Note("n1", 3, home: "hive_2"), NewItem.Note("n2", 6));
    }

    [ServerFact]
    public Task An_add_that_meets_somebodys_own_index_waits_and_the_cursor_goes_on() => MeetAsync("CREATE UNIQUE INDEX titles ON notes (title)");

    [ServerFact]
    public Task An_add_that_meets_it_at_the_commit_waits_too() => MeetAsync("ALTER TABLE notes ADD UNIQUE (title) DEFERRABLE INITIALLY DEFERRED");

    private async Task MeetAsync(string index)
    {
        await PrepareAsync();
        await Database.RunAsync(index);
        await ApplyAsync(NewItem.Note("n1", 5, "taken"));

        TargetException refused = await Assert.ThrowsAsync<TargetException>(() => SendAsync(NewItem.Note("n2", 6, "taken"), NewItem.Note("n3", 7, "free")));
        Assert.Equal(TargetFailure.Batch, refused.Failure);
        await StoredAsync(NewItem.Note("n1", 5, "taken"));

        IReadOnlyList<ItemOutcome> alone = await Target.SendAsync(new SendBatch([NewItem.Note("n2", 6, "taken")], new CursorMove(Items.Home, null, At)), CancellationToken.None);
        Assert.Equal(ItemStatus.Retry, Assert.Single(alone).Status);
        Assert.Equal(At, await Target.ReadCursorAsync(Items.Home, CancellationToken.None));
    }

    [ServerFact]
    public async Task An_add_that_a_trigger_discards_is_told()
    {
        await PrepareAsync();
        await Database.RunAsync("CREATE FUNCTION discard() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; CREATE TRIGGER discard BEFORE INSERT ON notes FOR EACH ROW WHEN (NEW.title = 'no') EXECUTE FUNCTION discard()");

        IReadOnlyList<ItemOutcome> outcomes = await SendAsync(NewItem.Note("n1", 5), NewItem.Note("n2", 6, "no"));

        Assert.Equal([ItemStatus.Applied, ItemStatus.Permanent], outcomes.Select(static outcome => outcome.Status));
        await StoredAsync(NewItem.Note("n1", 5));
    }

    [ServerFact]
    public Task An_add_waits_for_another_servers_newer_add_and_is_stale() => WaitAsync(commits: true, ItemStatus.Stale, 9);

    [ServerFact]
    public Task An_add_waits_for_another_servers_add_and_takes_its_place_if_it_is_rolled_back() => WaitAsync(commits: false, ItemStatus.Applied, 5);

    private async Task WaitAsync(bool commits, ItemStatus expected, long version)
    {
        await PrepareAsync();
        await using NpgsqlConnection other = await Database.OpenAsync();
        await using NpgsqlTransaction open = await other.BeginTransactionAsync();
        await using NpgsqlCommand add = new($"INSERT INTO notes (id, title, state, rank, created_at, _version, _home) VALUES ('n1', 'title', 'open', 1, 'epoch', 9, '{Items.Home}')", other);
        await add.ExecuteNonQueryAsync();

        Task<IReadOnlyList<ItemOutcome>> sending = SendAsync(NewItem.Note("n1", 5), NewItem.Note("n2", 6));
        await Database.WaitersAsync(1);
        await (commits ? open.CommitAsync() : open.RollbackAsync());

        Assert.Equal([expected, ItemStatus.Applied], (await sending).Select(static outcome => outcome.Status));
        await StoredAsync(NewItem.Note("n1", version), NewItem.Note("n2", 6));
    }

    [ServerFact]
    public async Task Two_servers_that_add_the_same_ids_at_once_leave_the_newer_rows()
    {
        await PrepareAsync();
        for (int round = 0; round < 20; round++)
        {
            SyncItem[] Adds(int version) => [.. Enumerable.Range(0, 50).Select(i => NewItem.Note($"{round}_{i:00}", version, $"v{version}"))];
            // Targets of their own: none has learnt from a round before.
            Task<IReadOnlyList<ItemOutcome>>[] sends = [.. new[] { 5, 6 }.Select(version => Open().SendAsync(new SendBatch(Adds(version), null), CancellationToken.None).AsTask())];
            Assert.All((await Task.WhenAll(sends))[1], static outcome => Assert.Equal(Applied, outcome));
            Assert.All(await sends[0], static outcome => Assert.True(outcome == Applied || outcome == Stale));
        }

        await StoredAsync([.. from round in Enumerable.Range(0, 20) from i in Enumerable.Range(0, 50) select NewItem.Note($"{round}_{i:00}", 6, "v6")]);
    }

    [ServerFact]
    public async Task Answers_that_are_lost_again_and_again_cost_a_Hive_nothing()
    {
        await PrepareAsync();
        int answers = 0;
        NewItemsTarget lossy = new(Probe.Create())
        {
            Answering = batch =>
            {
                if (batch.Items.Count > 0 && Interlocked.Increment(ref answers) is 1 or 2 or 4 or 6)
                {
                    throw new TargetException(TargetFailure.Transient, "The answer was lost.");
                }
            },
        };
        await using SendingHive hive = new(lossy);
        await hive.ArriveAsync();
        await hive.Hive.Sync.StopAsync();
        await hive.Hive.Notes.AddAsync(Enumerable.Range(0, lossy.MaxBatch * 3).Select(static i => new Note { Title = $"{i}" }));
        await hive.ArriveAsync();
        await hive.EqualsAsync(Probe);

        // Each row has the version of its own change: one more change of every record is newer than all of them.
        Assert.Equal(lossy.MaxBatch * 3, await Database.OneAsync<long>("SELECT count(DISTINCT _version) FROM notes"));
        await hive.Hive.Notes.All().SetAsync(new Note.Changes { Title = "changed" });
        await hive.ArriveAsync();
        await hive.EqualsAsync(Probe);
        Assert.True(answers > 6);
    }
}
