using HiveGen.Targets;

namespace HiveGen.Tests;

public sealed class RetryTests
{
    private static readonly ItemOutcome Later = new(ItemStatus.Retry, "not now");

    [Fact]
    public async Task A_parked_record_blocks_only_itself()
    {
        ScriptedTarget target = new("t") { Outcome = static item => item.RecordId == "a1" ? Later : null };
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.AddAuthorAsync("a1");
        await hive.AddAuthorAsync("a2");
        long end = hive.Sync.Status.Seq;
        // Not by its lag: the loop may not have heard of the second record yet.
        await hive.UntilAsync("t", status => status.Parked == 1 && status.Seq >= end);
        Assert.Equal(["authors|a2|Ann-a2|"], target.Database.Live);
        target.Outcome = static _ => null;
        await hive.DrainAsync();
        Assert.Equal(2, target.Database.Live.Count);
        Assert.Empty(hive.Read("SELECT * FROM _hive_parked"));
    }

    [Fact]
    public async Task A_newer_change_of_a_parked_record_waits_with_it_and_is_what_arrives()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(static options => (options.Dispatch.FirstRetry, options.Dispatch.Jitter) = (TimeSpan.FromMinutes(5), static () => 1), target);
        await hive.DrainAsync();
        target.Outcome = static _ => Later;
        await hive.AddAuthorAsync("a1");
        // The clock stands still: a busy machine must not come to the retry meanwhile.
        await Eventually.TrueAsync(() => hive.Sync.Status.Targets[0].Parked == 1, "It was not parked.");
        string first = hive.ReadOne("SELECT seq FROM _hive_parked");
        await hive.WriteAsync("UPDATE authors SET note = 'newer' WHERE id = 'a1'");
        await Eventually.TrueAsync(() => hive.ReadOne("SELECT seq FROM _hive_parked") != first, "The newer change did not take the older one's place.");
        Assert.Equal(["authors/a1"], target.Sent);
        target.Outcome = static _ => null;
        await hive.DrainAsync();
        Assert.Equal(["authors|a1|Ann-a1|newer"], target.Database.Live);
        Assert.Single(target.Database.History);
    }

    [Fact]
    public async Task Attempts_grow_with_full_jitter_below_a_ceiling_that_doubles_up_to_five_minutes()
    {
        HiveDispatchOptions options = new() { Jitter = static () => 0 };
        Assert.Equal([2, 4, 8, 16, 300, 300], new[] { 1, 2, 3, 4, 9, 1000 }.Select(n => (int)Dispatch.RetryDelay.Ceiling(options, n).TotalSeconds));
        Assert.Equal(TimeSpan.Zero, Dispatch.RetryDelay.After(options, 3));
        options.Jitter = static () => 0.5;
        Assert.Equal(TimeSpan.FromSeconds(4), Dispatch.RetryDelay.After(options, 3));
        Assert.Equal(TimeSpan.FromMinutes(1), Dispatch.RetryDelay.After(options, 3, TimeSpan.FromMinutes(1)));

        int tries = 0;
        ScriptedTarget target = new("t") { Outcome = _ => ++tries < 6 ? Later : null };
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        Assert.Equal(6, tries);
        Assert.Single(target.Database.Live);
    }

    [Fact]
    public async Task A_permanent_refusal_is_a_dead_letter_with_the_targets_own_words()
    {
        ScriptedTarget target = new("t") { Outcome = static item => item.RecordId == "a1" ? new ItemOutcome(ItemStatus.Permanent, "name is too long") : null };
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.AddAuthorAsync("a1");
        await hive.AddAuthorAsync("a2");
        await hive.DrainAsync();
        Assert.Equal("a1|1|name is too long", hive.ReadOne("SELECT id, dead, error FROM _hive_parked"));
        Assert.Equal(1, hive.Sync.Status.Targets[0].Dead);
        Assert.Equal(["authors|a2|Ann-a2|"], target.Database.Live);
    }

    [Fact]
    public async Task A_newer_change_revives_a_dead_letter()
    {
        ScriptedTarget target = new("t") { Outcome = static _ => new ItemOutcome(ItemStatus.Permanent, "no") };
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        target.Outcome = static _ => null;
        await hive.WriteAsync("UPDATE authors SET note = 'better' WHERE id = 'a1'");
        await hive.DrainAsync();
        Assert.Equal(["authors|a1|Ann-a1|better"], target.Database.Live);
        Assert.Empty(hive.Read("SELECT * FROM _hive_parked"));
    }

    [Fact]
    public async Task Dead_letters_can_be_tried_again()
    {
        ScriptedTarget target = new("t") { Outcome = static _ => new ItemOutcome(ItemStatus.Permanent, "no") };
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.AddAuthorAsync("a1");
        await hive.AddAuthorAsync("a2");
        await hive.WriteAsync("DELETE FROM authors WHERE id = 'a2'");
        await hive.DrainAsync();
        target.Outcome = static _ => null;
        Assert.Equal(2, await hive.Sync.RetryDeadAsync("t"));
        await hive.DrainAsync();
        Assert.Equal(["authors|a1|Ann-a1|"], target.Database.Live);
        Assert.Null(target.Database.Rows["authors/a2"].Record);
    }

    [Fact]
    public async Task A_row_of_another_home_is_a_dead_letter()
    {
        ScriptedTarget target = new("t");
        target.Database.Rows["authors/a1"] = new ScriptedDatabase.Row(1, "http", "theirs");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        Assert.Equal("1|belongs to http", hive.ReadOne("SELECT dead, error FROM _hive_parked"));
        Assert.Equal("theirs", target.Database.Rows["authors/a1"].Record);
    }

    [Fact]
    public async Task One_bad_record_of_a_refused_batch_is_found_by_halves()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        target.Before = static batch => batch.Items.Any(static item => item.RecordId == "a37") ? throw new TargetException(TargetFailure.Batch, "bad row somewhere") : Task.CompletedTask;
        await hive.WriteAsync(string.Join(';', Enumerable.Range(0, 100).Select(static i => $"INSERT INTO authors VALUES ('a{i:00}', '{i}', '')")));
        target.Batches.Clear();
        await hive.DrainAsync();
        Assert.Equal(99, target.Database.Live.Count);
        Assert.Equal("a37|1|bad row somewhere", hive.ReadOne("SELECT id, dead, error FROM _hive_parked"));
        Assert.True(target.Batches.Count <= 20, $"{target.Batches.Count} batches for one bad record of 100");
        Assert.Equal(hive.ReadOne("SELECT seq FROM sqlite_sequence WHERE name = '_hive_change'"), target.Database.Cursor!.Seq.ToString());
    }

    [Fact]
    public async Task Order_is_kept_per_record_under_random_retries()
    {
        Random random = new(7);
        ScriptedTarget target = new("t") { Outcome = _ => random.Next(3) == 0 ? Later : null };
        await using SyncHive hive = new(target);
        hive.Sync.Start();
        for (int i = 0; i < 200; i++)
        {
            await hive.WriteAsync($"INSERT INTO authors VALUES ('a{i % 5}', '{i % 5}', 'n{i}') ON CONFLICT (id) DO UPDATE SET note = excluded.note");
        }

        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
        Assert.All(target.Database.History.GroupBy(static entry => entry.Key), static versions => Assert.Equal(versions.Select(static v => v.Version).Order(), versions.Select(static v => v.Version)));
    }
}
