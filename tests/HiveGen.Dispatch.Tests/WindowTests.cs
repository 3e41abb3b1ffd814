using System.Globalization;
using HiveGen.Targets;

namespace HiveGen.Tests;

public sealed class WindowTests
{
    [Fact]
    public async Task A_committed_change_arrives()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        Assert.Equal(["authors|a1|Ann-a1|"], target.Database.Live);
    }

    [Fact]
    public async Task Many_changes_of_one_record_are_sent_once_with_what_is_true_now()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        await hive.AddAuthorAsync("a1");
        for (int i = 0; i < 20; i++)
        {
            await hive.WriteAsync($"UPDATE authors SET note = 'n{i}' WHERE id = 'a1'");
        }

        target.Batches.Clear();
        await hive.DrainAsync();
        Assert.Equal(["authors/a1"], target.Sent);
        Assert.Equal(["authors|a1|Ann-a1|n19"], target.Database.Live);
        Assert.Equal(21, SyncVersion.SeqOf(target.Database.Rows["authors/a1"].Version) - SyncVersion.SeqOf(target.Database.History[0].Version) + 21);
    }

    [Fact]
    public async Task A_record_whose_first_change_in_a_window_added_it_is_said_to_be_new()
    {
        List<string> batches = [];
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(static options => (options.Dispatch.FirstRetry, options.Dispatch.Jitter) = (TimeSpan.FromMinutes(5), static () => 1), target);
        await hive.AddAuthorAsync("loaded");
        target.Before = batch =>
        {
            batches.AddRange(batch.Items.Select(static item => $"{item.RecordId}{(item.IsNew ? " new" : "")}"));
            return Task.CompletedTask;
        };
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        await hive.WriteAsync("""
            INSERT INTO authors VALUES ('added', '1', ''), ('again', '2', ''), ('parked', '3', ''), ('gone', '4', '');
            UPDATE authors SET note = 'x' WHERE id IN ('again', 'loaded');
            DELETE FROM authors WHERE id = 'gone';
            """);
        target.Outcome = static item => item.RecordId == "parked" ? new ItemOutcome(ItemStatus.Retry, "not now") : null;
        hive.Sync.Start();
        // The clock stands still: a busy machine must not come to the retry meanwhile.
        await Eventually.TrueAsync(() => hive.Sync.Status.Targets[0] is { Parked: 1, Lag: 0 }, "It was not parked.");
        target.Outcome = static _ => null;
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        await hive.WriteAsync("DELETE FROM authors WHERE id = 'again'; INSERT INTO authors VALUES ('again', '2', '');");
        await hive.DrainAsync();

        Assert.Equal(["loaded", "added new", "again new", "loaded", "parked new", "gone", "parked", "again"], batches);
    }

    [Fact]
    public async Task Parents_are_upserted_first_and_deleted_last()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        await hive.WriteAsync("""
            INSERT INTO authors VALUES ('a1', 'x', ''), ('a2', 'y', ''); INSERT INTO books VALUES ('b1', 'a1', 't'), ('b2', 'a2', 't');
            """);
        target.Batches.Clear();
        await hive.DrainAsync();
        Assert.Equal(["authors", "authors", "books", "books"], target.Sent.Select(static key => key.Split('/')[0]));

        await hive.Sync.StopAsync();
        target.Batches.Clear();
        await hive.WriteAsync("DELETE FROM authors WHERE id = 'a1'; INSERT INTO authors VALUES ('a3', 'z', '');");
        await hive.DrainAsync();
        Assert.Equal(["authors/a3", "-books/b1", "-authors/a1"], target.Sent);
    }

    [Fact]
    public async Task A_window_is_sent_about_in_the_order_of_ids_whatever_the_order_of_changes()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        target.Batches.Clear();
        await hive.WriteAsync("""
            INSERT INTO authors VALUES ('a_9', '1', ''), ('a_ß1', '2', ''), ('a_', '3', ''), ('a_ß0', '4', ''), ('a_10', '5', ''), ('a_1', '6', '');
            INSERT INTO books VALUES ('a_9', 'a_9', ''), ('a_1', 'a_9', '');
            """);
        await hive.DrainAsync();
        Assert.Equal(["a_", "a_1", "a_10", "a_9", "a_ß0", "a_ß1"], target.Sent.Where(static key => key.StartsWith("authors", StringComparison.Ordinal)).Select(static key => key.Split('/')[1]));
        Assert.Equal(["books/a_1", "books/a_9"], target.Sent.Skip(6));
        target.Batches.Clear();
        // More of them begin alike than a look at their first characters tells apart.
        await hive.WriteAsync(string.Join(';', Enumerable.Range(0, 40).Select(static i => $"INSERT INTO authors VALUES ('b{i % 2}-alike-alike-{i}', 'b{i}', '')")));
        await hive.DrainAsync();
        Assert.Equal(40, target.Sent.Distinct().Count());
        Assert.Equal(hive.Rows, target.Database.Live);
    }

    [Fact]
    public async Task A_record_that_changed_again_in_a_window_has_the_version_of_its_last_change()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        await hive.WriteAsync("INSERT INTO authors VALUES ('a1', 'x', ''); INSERT INTO authors VALUES ('a2', 'y', ''); INSERT INTO books VALUES ('a1', 'a1', 'of the same id')");
        await hive.WriteAsync("UPDATE authors SET note = 'new' WHERE id = 'a1'; DELETE FROM authors WHERE id = 'a2'");
        List<(string Key, long Seq)> sent = [];
        target.After = batch => sent.AddRange(batch.Items.Select(static item => ($"{item.Model.Name}/{item.RecordId}", SyncVersion.SeqOf(item.Version))));
        await hive.DrainAsync();
        long last = long.Parse(hive.ReadOne("SELECT max(seq) FROM _hive_change"), CultureInfo.InvariantCulture);
        Assert.Equal([("authors/a1", last - 1), ("books/a1", last - 2), ("authors/a2", last)], sent);
    }

    [Fact]
    public async Task What_a_cascade_deletes_becomes_ghosts()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.WriteAsync("INSERT INTO authors VALUES ('a1', 'x', ''); INSERT INTO books VALUES ('b1', 'a1', 't'), ('b2', 'a1', 't');");
        await hive.DrainAsync();
        Assert.Equal(3, target.Database.Live.Count);
        await hive.WriteAsync("DELETE FROM authors");
        await hive.DrainAsync();
        Assert.Empty(target.Database.Live);
        Assert.Equal(3, target.Database.Rows.Count);
    }

    [Fact]
    public async Task What_replace_deletes_becomes_a_ghost()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.WriteAsync("INSERT INTO authors VALUES ('a1', 'same', '')");
        await hive.DrainAsync();
        await hive.WriteAsync("INSERT OR REPLACE INTO authors VALUES ('a2', 'same', '')");
        await hive.DrainAsync();
        Assert.Equal(["authors|a2|same|"], target.Database.Live);
        Assert.Null(target.Database.Rows["authors/a1"].Record);
    }

    [Fact]
    public async Task Windows_and_batches_of_any_size_give_the_same_rows()
    {
        foreach ((int window, int batch, int bytes) in new[] { (1, 1, 1), (7, 3, 200), (1000, 500, int.MaxValue) })
        {
            ScriptedTarget target = new("t") { Max = batch, MaxBytes = bytes };
            await using SyncHive hive = new(options => options.Dispatch.Window = window, target);
            await hive.DrainAsync();
            for (int i = 0; i < 30; i++)
            {
                await hive.AddAuthorAsync($"a{i:00}");
            }

            await hive.WriteAsync("DELETE FROM authors WHERE id < 'a05'");
            await hive.DrainAsync();
            Assert.Equal(hive.Rows, target.Database.Live);
            Assert.All(target.Batches, sent => Assert.True(sent.Length <= batch));
        }
    }

    [Fact]
    public async Task The_targets_cursor_moves_with_the_last_batch_of_a_window()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        target.Max = 1;
        List<long> places = [];
        target.After = _ => places.Add(target.Database.Cursor!.Seq);
        await hive.WriteAsync("INSERT INTO authors VALUES ('a1', 'x', ''), ('a2', 'y', ''), ('a3', 'z', '')");
        await hive.DrainAsync();
        Assert.Equal(3, places.Count);
        Assert.Equal(places[0], places[1]);
        Assert.Equal(places[1] + 3, places[2]);
    }

    [Fact]
    public async Task A_batch_is_bounded_by_bytes_but_one_large_record_goes_alone()
    {
        ScriptedTarget target = new("t") { MaxBytes = 1000 };
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        string large = new('x', 5000);
        await hive.WriteAsync($"INSERT INTO authors VALUES ('a1', '1', 'small'), ('a2', '2', '{large}'), ('a3', '3', 'small')");
        target.Batches.Clear();
        await hive.DrainAsync();
        Assert.Equal([["authors/a1"], ["authors/a2"], ["authors/a3"]], target.Batches);
    }

    [Fact]
    public async Task One_row_that_cannot_be_read_holds_back_no_other()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.WriteAsync("INSERT INTO authors VALUES ('a1', '1', 'unreadable'), ('a2', '2', 'fine')");
        await hive.DrainAsync();
        Assert.Equal(["authors|a2|2|fine"], target.Database.Live);
        Assert.Equal(1, hive.Sync.Status.Targets[0].Dead);
        await hive.WriteAsync("UPDATE authors SET note = 'mended' WHERE id = 'a1'");
        await hive.DrainAsync();
        Assert.Equal(2, target.Database.Live.Count);
        Assert.Equal(0, hive.Sync.Status.Targets[0].Dead);
    }

    [Fact]
    public async Task A_slow_target_holds_back_no_other()
    {
        TaskCompletionSource hang = new();
        ScriptedTarget slow = new("slow") { Before = _ => hang.Task };
        ScriptedTarget fast = new("fast");
        await using SyncHive hive = new(slow, fast);
        await hive.AddAuthorAsync("a1");
        hive.Sync.Start();
        await hive.Sync.WhenIdleAsync("fast", TimeSpan.FromDays(1)).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Single(fast.Database.Live);
        Assert.Empty(slow.Database.Live);
        hang.SetResult();
        await hive.DrainAsync();
        Assert.Single(slow.Database.Live);
    }

    [Fact]
    public async Task Stopping_and_starting_again_at_once_never_sends_twice_at_a_time()
    {
        int atOnce = 0;
        int most = 0;
        ScriptedTarget target = new("t")
        {
            Before = async _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref atOnce));
                await Task.Yield();
                Interlocked.Decrement(ref atOnce);
            },
        };
        await using SyncHive hive = new(static options => options.Dispatch.DrainTimeout = TimeSpan.FromDays(1), target);
        for (int i = 0; i < 20; i++)
        {
            hive.Sync.Start();
            await hive.AddAuthorAsync($"a{i}");
            _ = hive.Sync.StopAsync();
        }

        await hive.DrainAsync();
        Assert.Equal(20, target.Database.Live.Count);
        Assert.Equal(1, most);
    }
}
