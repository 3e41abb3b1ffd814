namespace HiveGen.Tests;

public sealed class FullLoadTests
{
    private static string Insert(int count) => string.Join(';', Enumerable.Range(0, count).Select(static i => $"INSERT INTO authors VALUES ('a{i:000}', '{i}', '')"));

    [Fact]
    public async Task A_new_target_gets_everything_once()
    {
        ScriptedTarget target = new("t") { Max = 10 };
        await using SyncHive hive = new(target);
        await hive.WriteAsync(Insert(55) + ";INSERT INTO books VALUES ('b1', 'a001', 't')");
        await hive.DrainAsync();
        Assert.Equal(56, target.Database.Live.Count);
        Assert.Equal(56, target.Sent.Count);
        Assert.Equal(["books/b1"], target.Sent[55..]);
    }

    [Fact]
    public async Task A_load_that_was_cut_off_goes_on_where_it_stood()
    {
        ScriptedDatabase database = new();
        TaskCompletionSource third = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int chunks = 0;
        ScriptedTarget first = new("t", database)
        {
            Max = 10,
            HearsCancellation = true,
            Before = async batch =>
            {
                if (batch.Items.Count > 0 && ++chunks == 3)
                {
                    third.TrySetResult();
                    await Task.Delay(Timeout.Infinite, CancellationToken.None);
                }
            },
        };
        await using SyncHive hive = new(first);
        await hive.WriteAsync(Insert(55));
        hive.Sync.Start();
        await third.Task.WaitAsync(TimeSpan.FromSeconds(60));
        ScriptedTarget second = new("t", database) { Max = 10 };
        await hive.ReopenAsync(second);
        await hive.DrainAsync();
        Assert.Equal(55, database.Live.Count);
        Assert.Equal(35, second.Sent.Count);
        Assert.DoesNotContain("authors/a019", second.Sent);
    }

    [Fact]
    public async Task A_long_load_is_written_down_once_a_second()
    {
        ScriptedTarget target = new("t") { Max = 10 };
        await using SyncHive hive = new(target);
        await hive.WriteAsync(Insert(50));
        List<string> steps = [];
        target.Before = batch =>
        {
            if (batch.Items.Count > 0)
            {
                steps.Add(hive.ReadOne("SELECT coalesce(last_id, '') FROM _hive_load WHERE model = 'authors'"));
                hive.Clock.Advance(TimeSpan.FromSeconds(0.6));
            }

            return Task.CompletedTask;
        };
        hive.Sync.Start();
        await hive.Sync.WhenIdleAsync("t", TimeSpan.FromDays(1)).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(["", "", "a019", "a019", "a039"], steps);
    }

    [Fact]
    public async Task A_change_during_a_load_wins_whichever_comes_first()
    {
        ScriptedTarget target = new("t") { Max = 10 };
        await using SyncHive hive = new(target);
        await hive.WriteAsync(Insert(50));
        int chunks = 0;
        target.Before = async batch =>
        {
            if (batch.Items.Count > 0 && ++chunks == 2)
            {
                await hive.WriteAsync("UPDATE authors SET note = 'live' WHERE id IN ('a005', 'a045'); DELETE FROM authors WHERE id IN ('a006', 'a046'); INSERT INTO authors VALUES ('a0001', 'new', 'live')");
            }
        };
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
        Assert.Equal(3, target.Database.Live.Count(static row => row.EndsWith("|live", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_new_column_is_loaded_though_nothing_changed()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database));
        hive.Models = [TestModel.Authors("id", "name")];
        await hive.ReopenAsync(new ScriptedTarget("t", database));
        await hive.WriteAsync("INSERT INTO authors VALUES ('a1', 'Ann', 'hello')");
        await hive.DrainAsync();
        Assert.Equal(["authors|a1|Ann"], database.Live);
        hive.Models = [TestModel.Authors("id", "name", "note")];
        await hive.ReopenAsync(new ScriptedTarget("t", database));
        await hive.DrainAsync();
        Assert.Equal(["authors|a1|Ann|hello"], database.Live);
    }

    [Fact]
    public async Task A_column_that_went_and_came_back_is_loaded_again()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database));
        await hive.WriteAsync("INSERT INTO authors VALUES ('a1', 'Ann', 'old')");
        await hive.DrainAsync();
        hive.Models = [TestModel.Authors("id", "name")];
        await hive.ReopenAsync(new ScriptedTarget("t", database));
        await hive.DrainAsync();
        ScriptedTarget last = new("t", database);
        hive.Models = [TestModel.Authors()];
        await hive.ReopenAsync(last);
        await hive.DrainAsync();
        Assert.Equal(["authors/a1"], last.Sent);
        Assert.Equal(["authors|a1|Ann|old"], database.Live);
    }

    [Fact]
    public async Task A_new_model_is_loaded_and_the_others_are_not()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database));
        await hive.WriteAsync("INSERT INTO authors VALUES ('a1', 'Ann', ''); INSERT INTO books VALUES ('b1', 'a1', 't')");
        await hive.WriteAsync("DELETE FROM _hive_change WHERE model = 'books'");
        hive.Models = [TestModel.Authors()];
        await hive.ReopenAsync(new ScriptedTarget("t", database));
        await hive.DrainAsync();
        ScriptedTarget second = new("t", database);
        hive.Models = [TestModel.Authors(), TestModel.Books()];
        await hive.ReopenAsync(second);
        await hive.DrainAsync();
        Assert.Equal(["books/b1"], second.Sent);
    }

    [Fact]
    public async Task A_restart_loads_nothing_again()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database));
        await hive.WriteAsync(Insert(20));
        await hive.DrainAsync();
        ScriptedTarget second = new("t", database);
        await hive.ReopenAsync(second);
        await hive.DrainAsync();
        Assert.Empty(second.Sent);
    }

    [Fact]
    public async Task A_wiped_target_is_loaded_afresh()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database));
        await hive.WriteAsync(Insert(20));
        await hive.DrainAsync();
        database.Wipe();
        await hive.ReopenAsync(new ScriptedTarget("t", database));
        await hive.DrainAsync();
        Assert.Equal(20, database.Live.Count);
    }

    [Fact]
    public async Task A_target_that_forgets_its_cursor_and_cannot_be_swept_still_hears_of_every_delete()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database) { CanSweep = false });
        await hive.WriteAsync(Insert(20));
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        await hive.WriteAsync("DELETE FROM authors WHERE id < 'a005'");
        database.Cursor = null;
        await hive.ReopenAsync(new ScriptedTarget("t", database) { CanSweep = false });
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, database.Live);
        Assert.Equal(15, database.Live.Count);
    }

    [Fact]
    public async Task A_parked_delete_outlives_a_load_from_the_beginning()
    {
        ScriptedDatabase database = new();
        ScriptedTarget first = new("t", database) { CanSweep = false };
        await using SyncHive hive = new(first);
        await hive.WriteAsync(Insert(3));
        await hive.DrainAsync();
        first.Outcome = static item => item.Record is null ? new Targets.ItemOutcome(Targets.ItemStatus.Retry, "later") : null;
        await hive.WriteAsync("DELETE FROM authors WHERE id = 'a001'");
        await hive.UntilAsync("t", static status => status is { Parked: 1, Lag: 0 });
        database.Cursor = null;
        await hive.ReopenAsync(new ScriptedTarget("t", database) { CanSweep = false });
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, database.Live);
        Assert.Equal(2, database.Live.Count);
    }

    [Fact]
    public async Task A_target_restored_from_its_backup_is_loaded_afresh_and_swept()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database));
        await hive.WriteAsync(Insert(20));
        await hive.DrainAsync();
        var backup = database.Backup();
        await hive.WriteAsync("DELETE FROM authors WHERE id < 'a005'; UPDATE authors SET note = 'new'");
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        database.Restore(backup);
        await hive.ReopenAsync(new ScriptedTarget("t", database));
        await hive.WriteAsync("DELETE FROM _hive_change");
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, database.Live);
        Assert.Equal(15, database.Live.Count);
    }
}
