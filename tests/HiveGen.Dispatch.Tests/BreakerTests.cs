using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>What a failing target costs: itself a pause, its records nothing.</summary>
public sealed class BreakerTests
{
    private static readonly TargetException Down = new(TargetFailure.Transient, "down");

    [Fact]
    public async Task An_hour_of_outage_opens_it_costs_no_record_a_try_and_ends_by_itself()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(static options => options.Dispatch.Jitter = static () => 0.9, target);
        await hive.DrainAsync();
        DateTimeOffset begin = hive.Clock.GetUtcNow();
        List<TimeSpan> tries = [];
        List<int> records = [];
        target.Before = batch =>
        {
            TimeSpan at = hive.Clock.GetUtcNow() - begin;
            if (at >= TimeSpan.FromHours(1))
            {
                return Task.CompletedTask;
            }

            tries.Add(at);
            records.Add(batch.Items.Count);
            throw Down;
        };
        await hive.WriteAsync(string.Join(';', Enumerable.Range(0, 50).Select(static i => $"INSERT INTO authors VALUES ('a{i:00}', '{i}', '')")));
        TargetStatus open = await hive.UntilAsync("t", static status => status is { Breaker: BreakerState.Open, NextTry: not null });
        Assert.Equal("down", open.Reason);
        Assert.Equal(0, open.Parked);
        await hive.DrainAsync();
        TargetStatus closed = hive.Sync.Status.Targets[0];
        Assert.Equal(BreakerState.Closed, closed.Breaker);
        Assert.Equal(hive.Rows, target.Database.Live);
        Assert.Empty(hive.Read("SELECT * FROM _hive_parked"));
        // Nine tenths of a ceiling that doubles up to five minutes.
        TimeSpan[] waits = [.. tries.Zip(tries.Skip(1), static (one, next) => next - one)];
        Assert.Equal([1.8, 3.6, 7.2, 14.4, 28.8, 57.6, 115.2, 230.4, .. Enumerable.Repeat(270.0, 11)], waits.Select(static wait => wait.TotalSeconds));
        Assert.Equal([50, .. Enumerable.Repeat(1, 19)], records);
    }

    [Fact]
    public async Task While_it_is_tried_it_is_half_open()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        List<BreakerState> seen = [];
        target.Before = _ =>
        {
            seen.Add(hive.Sync.Status.Targets[0].Breaker);
            return seen.Count < 3 ? throw Down : Task.CompletedTask;
        };
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        Assert.Equal([BreakerState.Closed, BreakerState.HalfOpen, BreakerState.HalfOpen], seen.Take(3));
        Assert.Equal(BreakerState.Closed, hive.Sync.Status.Targets[0].Breaker);
    }

    [Fact]
    public async Task The_last_failure_is_told_until_the_target_has_answered()
    {
        TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        target.Before = static _ => throw Down;
        await hive.AddAuthorAsync("a1");
        await hive.UntilAsync("t", static status => status is { Breaker: BreakerState.Open, NextTry: not null });
        await hive.Sync.PauseAsync("t", "we move it");
        Assert.Equal("we move it", (await hive.UntilAsync("t", TargetState.Paused)).Reason);
        await hive.Sync.StopAsync();
        Assert.Equal("down", hive.Sync.Status.Targets[0].Reason);
        target.Before = _ =>
        {
            tried.TrySetResult();
            return answer.Task;
        };
        hive.Sync.Start();
        await hive.Sync.ResumeAsync("t");
        await tried.Task.WaitAsync(TimeSpan.FromSeconds(60));
        TargetStatus held = hive.Sync.Status.Targets[0];
        Assert.Equal((TargetState.Connecting, BreakerState.HalfOpen, "down"), (held.State, held.Breaker, held.Reason));
        answer.SetResult();
        await hive.DrainAsync();
        Assert.Null(hive.Sync.Status.Targets[0].Reason);
    }

    [Fact]
    public async Task Nobody_sees_it_open_without_the_reason()
    {
        LogLines log = new();
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(options => options.LoggerFactory = log, target);
        await hive.DrainAsync();
        TaskCompletionSource<TargetStatus> first = new();
        log.Heard = line => _ = line.EndsWith(" down", StringComparison.Ordinal) && first.TrySetResult(hive.Sync.Status.Targets[0]);
        target.Before = _ => first.Task.IsCompleted ? Task.CompletedTask : throw Down;
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        TargetStatus open = await first.Task;
        Assert.Equal((TargetState.Retrying, BreakerState.Open, "down"), (open.State, open.Breaker, open.Reason));
    }

    [Fact]
    public async Task A_wrong_key_says_what_to_mend_is_tried_slowly_and_needs_no_restart()
    {
        bool wrong = true;
        int tries = 0;
        ScriptedTarget target = new("t")
        {
            Preparing = () =>
            {
                tries++;
                if (wrong)
                {
                    throw new TargetException(TargetFailure.Configuration, "401: bad key");
                }
            },
        };
        await using SyncHive hive = new(static options => options.Dispatch.Jitter = static () => 0, target);
        await hive.AddAuthorAsync("a1");
        DateTimeOffset begin = hive.Clock.GetUtcNow();
        TargetStatus status = await hive.UntilAsync("t", status => status is { State: TargetState.Retrying, NextTry: not null } && tries == 11);
        Assert.Contains("401: bad key A person has to mend this: look at the settings of 't'", status.Reason, StringComparison.Ordinal);
        // With no jitter at all, half of the minute lies between two tries.
        Assert.Equal(TimeSpan.FromSeconds(30 * 10), hive.Clock.GetUtcNow() - begin);
        wrong = false;
        await hive.DrainAsync();
        Assert.Single(target.Database.Live);
    }

    [Fact]
    public void A_target_that_asks_for_more_than_the_ceiling_gets_it()
    {
        HiveDispatchOptions options = new() { Jitter = static () => 0.5 };
        Dispatch.Breaker breaker = new(options);
        Assert.Equal(TimeSpan.FromSeconds(1), breaker.Fail(Down));
        Assert.Equal(TimeSpan.FromSeconds(2), breaker.Fail(Down));
        Assert.Equal(TimeSpan.FromHours(2), breaker.Fail(new TargetException(TargetFailure.Throttled, "slow down", retryAfter: TimeSpan.FromHours(2))));
        Assert.Equal(TimeSpan.FromSeconds(45), breaker.Fail(new TargetException(TargetFailure.Configuration, "wrong key")));
        Assert.Equal(TimeSpan.FromMinutes(3), breaker.Fail(new TargetException(TargetFailure.Configuration, "wrong key", retryAfter: TimeSpan.FromMinutes(3))));
        Assert.Equal(BreakerState.Open, breaker.State);
        Assert.True(breaker.Try());
        Assert.Equal(BreakerState.HalfOpen, breaker.State);
        breaker.Close();
        Assert.Equal(BreakerState.Closed, breaker.State);
        Assert.False(breaker.Try());
        Assert.Equal(TimeSpan.FromSeconds(1), breaker.Fail(Down));
    }
}
