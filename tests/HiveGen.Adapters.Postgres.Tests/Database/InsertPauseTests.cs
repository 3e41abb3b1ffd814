using HiveGen.Tests;
using Npgsql;

namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>Where an insert without a guard met a row, rows are guarded for a while.</summary>
[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class InsertPauseTests(ServerFixture<PostgresServer> fixture) : ConformanceTests(new PostgresProbe(fixture.Server))
{
    private readonly FakeTimeProvider clock = new();
    private StatementCount count = null!;
    private HiveTarget target = null!;

    private TestDatabase Database => ((PostgresProbe)Probe).Database;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await PrepareAsync();
        target = Keep(new PostgresTarget("paused", Database.Url, new PostgresTargetOptions { Clock = clock }));
        await SentAsync(NewItem.Note("n0", 5));
        count = await StatementCount.BeginAsync(Database);
    }

    [ServerFact]
    public async Task It_takes_longer_each_time_until_an_insert_goes_well()
    {
        int last = 0;
        foreach (int seconds in new[] { 10, 20, 40, 80, 160, 320, 600, 600 })
        {
            Assert.Equal((1, 1), await CountAsync("n0"));
            clock.Advance(TimeSpan.FromSeconds(seconds - 1));
            Assert.Equal((0, 1), await CountAsync($"n{++last}"));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal((1, 0), await CountAsync($"n{++last}"));
        Assert.Equal((1, 1), await CountAsync("n0"));
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((1, 0), await CountAsync($"n{++last}"));
    }

    [ServerFact]
    public async Task It_holds_for_the_model_whose_row_was_met()
    {
        SyncItem leaf = Items.Item("l1", 6, new LeafSync { Id = "l1", Note = "n1", Above = null, Text = "leaf" }) with { IsNew = true };
        await SentAsync(leaf);

        Assert.Equal([ItemStatus.Applied, ItemStatus.Stale], await SentAsync(NewItem.Note("n1", 5), leaf));
        Assert.Equal((1, 1), await count.ReadAsync());
        Assert.Equal((1, 0), await CountAsync("n2"));
    }

    [ServerFact]
    public async Task It_holds_where_a_trigger_met_the_row_of_another_table()
    {
        await Database.RunAsync("CREATE TABLE audit (title text PRIMARY KEY); CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO audit VALUES (NEW.title); RETURN NULL; END'; CREATE TRIGGER audit AFTER INSERT ON notes FOR EACH ROW EXECUTE FUNCTION audit()");
        Assert.Equal([ItemStatus.Applied], await SentAsync(NewItem.Note("n1", 5, "once")));

        Assert.Equal([ItemStatus.Retry], await SentAsync(NewItem.Note("n2", 6, "once")));
        Assert.Equal((2, 1), await count.ReadAsync());
        Assert.Equal((0, 1), await CountAsync("n3"));
    }

    [ServerFact]
    public async Task It_does_not_come_of_a_row_that_is_refused_for_another_reason()
    {
        await Probe.RefuseTitleAsync("bad");
        Assert.Equal([ItemStatus.Permanent], await SentAsync(NewItem.Note("n1", 5, "bad")));
        Assert.Equal((1, 0), await count.ReadAsync());
        Assert.Equal((1, 0), await CountAsync("n2"));
    }

    [ServerFact]
    public async Task An_insert_that_began_before_it_does_not_end_it()
    {
        Task<ItemStatus[]> before;
        await using (NpgsqlConnection other = await Database.OpenAsync())
        await using (await HoldAsync(other, "n1"))
        {
            before = SentAsync(NewItem.Note("n1", 5));
            await Database.WaitersAsync(1);
            await SentAsync(NewItem.Note("n0", 5));
        }

        Assert.Equal([ItemStatus.Applied], await before);
        Assert.Equal((3, 1), await count.ReadAsync());
        Assert.Equal((0, 1), await CountAsync("n2"));
    }

    [ServerFact]
    public async Task Inserts_that_meet_rows_at_the_same_time_count_once()
    {
        await using NpgsqlConnection other = await Database.OpenAsync();
        await using NpgsqlTransaction held = await HoldAsync(other, "n1");
        Task<ItemStatus[]>[] sends = [SentAsync(NewItem.Note("n1", 5)), SentAsync(NewItem.Note("n1", 6))];
        await Database.WaitersAsync(2);
        await held.CommitAsync();
        await Task.WhenAll(sends);

        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((1, 0), await CountAsync("n2"));
    }

    private static async Task<NpgsqlTransaction> HoldAsync(NpgsqlConnection other, string id)
    {
        NpgsqlTransaction held = await other.BeginTransactionAsync();
        await using NpgsqlCommand add = new($"INSERT INTO notes (id, _version, _home) VALUES ('{id}', 9, '{Items.Home}')", other);
        await add.ExecuteNonQueryAsync();
        return held;
    }

    private async Task<ItemStatus[]> SentAsync(params SyncItem[] items)
        => [.. (await target.SendAsync(new SendBatch(items, null), CancellationToken.None)).Select(static outcome => outcome.Status)];

    /// <summary>Sends one, and tells what it took.</summary>
    private async Task<(long Plain, long Guarded)> CountAsync(string id)
    {
        (long plain, long guarded) = await count.ReadAsync();
        await SentAsync(NewItem.Note(id, 5, id));
        (long plainNow, long guardedNow) = await count.ReadAsync();
        return (plainNow - plain, guardedNow - guarded);
    }
}
