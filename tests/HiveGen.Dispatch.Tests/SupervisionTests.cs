using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>Loops that hang, crash, and still come round.</summary>
public sealed class SupervisionTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_target_that_hangs_until_its_time_is_up_holds_back_no_other_and_its_loop_shows_that_it_lives()
    {
        TaskCompletionSource never = new();
        ScriptedTarget hung = new("hung");
        ScriptedTarget fast = new("fast");
        await using SyncHive hive = new(hung, fast);
        await hive.DrainAsync();
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        hung.Before = _ =>
        {
            reached.TrySetResult();
            return never.Task;
        };
        for (int i = 0; i < 20; i++)
        {
            await hive.AddAuthorAsync($"a{i:00}");
            // Without the clock: no time-out of the one is waited for by the other.
            await hive.Sync.WhenIdleAsync("fast", TimeSpan.FromDays(1)).WaitAsync(Limit);
        }

        Assert.Equal(20, fast.Database.Live.Count);
        await reached.Task.WaitAsync(Limit);
        hive.Hangs = true;
        await hive.RestAsync();
        hive.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.True(hive.Clock.GetUtcNow() - Status(hive, "hung").Heartbeat <= TimeSpan.FromSeconds(5));
        TargetStatus late = await hive.UntilAsync("hung", TargetState.Retrying);
        Assert.Equal("'hung' did not answer within 30 s.", late.Reason);
        hung.Before = null;
        hive.Hangs = false;
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, hung.Database.Live);
        never.SetCanceled();
    }

    [Fact]
    public async Task A_target_that_is_left_alone_for_an_hour_shows_meanwhile_that_its_loop_lives()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        target.Before = static _ => throw new TargetException(TargetFailure.Throttled, "busy", retryAfter: TimeSpan.FromHours(1));
        await hive.AddAuthorAsync("a1");
        await hive.UntilAsync("t", static status => status is { State: TargetState.Retrying, NextTry: not null });
        DateTimeOffset begin = hive.Clock.GetUtcNow();
        await hive.RunUntilAsync(() => Status(hive, "t").Heartbeat >= begin.AddSeconds(20));
        Assert.True(hive.Clock.GetUtcNow() - begin <= TimeSpan.FromSeconds(25));
        target.Before = null;
    }

    [Fact]
    public async Task A_loop_that_crashes_is_restarted_counted_and_goes_on_where_it_was()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.WriteAsync("ALTER TABLE _hive_parked RENAME TO elsewhere");
        target.Outcome = static _ => new ItemOutcome(ItemStatus.Retry, "later");
        await hive.AddAuthorAsync("a1");
        TargetStatus crashed = await hive.UntilAsync("t", static status => status.Restarts >= 3);
        Assert.Equal(TargetState.Retrying, crashed.State);
        Assert.NotNull(crashed.Reason);
        await hive.WriteAsync("ALTER TABLE elsewhere RENAME TO _hive_parked");
        target.Outcome = static _ => null;
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
    }

    [Fact]
    public async Task A_crash_of_what_restarts_a_loop_ends_nothing()
    {
        int crashes = 0;
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(options => options.Dispatch.Jitter = () => crashes is > 0 and < 7 && crashes++ > 0 ? throw new InvalidOperationException("even this") : 0.5, target);
        await hive.DrainAsync();
        int failures = 0;
        target.Before = _ => failures++ < 4 ? throw new TargetException(TargetFailure.Transient, "down") : Task.CompletedTask;
        crashes = 1;
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        Assert.Equal(7, crashes);
        Assert.Single(target.Database.Live);
    }

    [Fact]
    public async Task Every_loop_has_a_heartbeat()
    {
        await using SyncHive hive = new(new ScriptedTarget("t"));
        Assert.Empty(hive.Sync.Status.Loops);
        await hive.DrainAsync();
        Assert.Equal(["(jobs)", "(trim)", "t"], hive.Sync.Status.Loops.Select(static loop => loop.Name).Order(StringComparer.Ordinal));
        DateTimeOffset later = hive.Clock.GetUtcNow().AddMinutes(10);
        await hive.RunUntilAsync(() => hive.Sync.Status.Loops.All(loop => loop.Heartbeat >= later));
        Assert.All(hive.Sync.Status.Loops, static loop => Assert.Equal(0, loop.Restarts));
        await hive.Sync.StopAsync();
        Assert.Empty(hive.Sync.Status.Loops);
    }

    [Fact]
    public async Task When_a_pause_returns_no_further_batch_is_begun()
    {
        ScriptedDatabase database = new();
        ScriptedTarget target = new("t", database) { Max = 1 };
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        target.Before = _ =>
        {
            reached.TrySetResult();
            return gate.Task;
        };
        await hive.WriteAsync(string.Join(';', Enumerable.Range(0, 9).Select(static i => $"INSERT INTO authors VALUES ('a{i}', '{i}', '')")));
        await reached.Task.WaitAsync(Limit);
        Task pausing = hive.Sync.PauseAsync("t");
        while (hive.Read("SELECT 1 FROM _hive_target WHERE paused IS NOT NULL").Count == 0)
        {
            await Task.Yield();
        }

        Assert.False(pausing.IsCompleted);
        gate.SetResult();
        await pausing.WaitAsync(Limit);
        Assert.Single(database.Live);
        await hive.UntilAsync("t", TargetState.Paused);
        Assert.Single(database.Live);
        await hive.ReopenAsync(new ScriptedTarget("t", database));
        await hive.UntilAsync("t", TargetState.Paused);
        Assert.Single(database.Live);
        await hive.Sync.ResumeAsync("t");
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, database.Live);
    }

    [Theory]
    [InlineData(TargetFailure.Transient)]
    [InlineData(TargetFailure.Throttled)]
    [InlineData(TargetFailure.Configuration)]
    [InlineData(TargetFailure.Schema)]
    [InlineData(TargetFailure.Unknown)]
    [InlineData(TargetFailure.CursorConflict)]
    public async Task Whatever_waits_says_when_it_wakes_and_wakes_then_by_itself(TargetFailure failure)
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(static options => options.Dispatch.Jitter = static () => 0.7, target);
        await hive.DrainAsync();
        target.Before = _ => throw new TargetException(failure, "no", retryAfter: failure == TargetFailure.Throttled ? TimeSpan.FromHours(3) : null);
        await hive.AddAuthorAsync("a1");
        for (int round = 0; round < 4; round++)
        {
            TargetStatus waiting = await hive.RestAsync("t");
            Assert.Equal(TargetState.Retrying, waiting.State);
            TimeSpan left = waiting.NextTry!.Value - hive.Clock.GetUtcNow();
            Assert.InRange(left, TimeSpan.Zero, failure == TargetFailure.Throttled ? TimeSpan.FromHours(3) : TimeSpan.FromMinutes(5));
            int before = target.Prepared;
            hive.Clock.Advance(left - TimeSpan.FromMilliseconds(1));
            await hive.RestAsync();
            Assert.Equal(before, target.Prepared);
            hive.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await hive.RestAsync();
            Assert.True(target.Prepared > before);
        }

        target.Before = null;
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
        TargetStatus idle = await hive.RestAsync("t");
        Assert.InRange(idle.NextTry!.Value - hive.Clock.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static TargetStatus Status(SyncHive hive, string target) => hive.Sync.Status.Targets.Single(one => one.Name == target);
}
