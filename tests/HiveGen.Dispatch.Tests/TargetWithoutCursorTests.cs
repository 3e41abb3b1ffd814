using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>Targets that keep no cursor, as an app's own targets do: the Hive's memory is all there is.</summary>
public sealed class TargetWithoutCursorTests
{
    [Fact]
    public async Task A_restart_of_the_Hive_sends_only_what_is_new()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(Target(database));
        await hive.AddAuthorAsync("a1");
        await hive.AddAuthorAsync("a2");
        await hive.DrainAsync();
        await hive.AddAuthorAsync("a3");
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        await hive.AddAuthorAsync("a4");
        await hive.WriteAsync("DELETE FROM authors WHERE id = 'a1'");
        ScriptedTarget second = Target(database);
        await hive.ReopenAsync(second);
        await hive.DrainAsync();
        Assert.Equal(["authors/a4", "-authors/a1"], second.Sent);
        Assert.Equal(hive.Rows, database.Live);
    }

    [Fact]
    public async Task A_restart_with_nothing_new_sends_nothing()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(Target(database));
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        ScriptedTarget second = Target(database);
        await hive.ReopenAsync(second);
        await hive.DrainAsync();
        Assert.Empty(second.Sent);
    }

    [Fact]
    public async Task A_load_that_was_cut_off_goes_on_where_it_stood()
    {
        ScriptedDatabase database = new();
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ScriptedTarget first = Target(database);
        first.Max = 1;
        first.HearsCancellation = true;
        first.Before = async batch =>
        {
            if (batch.Items.Count > 0 && batch.Items[0].RecordId == "a2")
            {
                reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            }
        };
        await using SyncHive hive = new(first);
        await hive.AddAuthorAsync("a1");
        await hive.AddAuthorAsync("a2");
        await hive.AddAuthorAsync("a3");
        hive.Sync.Start();
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        ScriptedTarget second = Target(database);
        await hive.ReopenAsync(second);
        await hive.DrainAsync();
        Assert.Equal(["authors/a2", "authors/a3"], second.Sent);
    }

    [Fact]
    public async Task A_failed_send_is_made_up_for()
    {
        ScriptedTarget target = Target(new ScriptedDatabase());
        await using SyncHive hive = new(target);
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        int failures = 2;
        target.After = _ =>
        {
            if (failures-- > 0)
            {
                throw new TargetException(TargetFailure.Transient, "down");
            }
        };
        await hive.AddAuthorAsync("a2");
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
        Assert.True(failures < 0);
    }

    [Fact]
    public async Task Adopting_it_sends_everything_again()
    {
        ScriptedDatabase database = new();
        ScriptedTarget target = Target(database);
        await using SyncHive hive = new(target);
        await hive.AddAuthorAsync("a1");
        await hive.AddAuthorAsync("a2");
        await hive.DrainAsync();
        database.Wipe();
        await hive.Sync.AdoptAsync("t");
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, database.Live);
        Assert.True(database.Rows["authors/a1"].Version > SyncVersion.Of(2, 0));
    }

    private static ScriptedTarget Target(ScriptedDatabase database) => new("t", database) { KeepsCursor = false };
}
