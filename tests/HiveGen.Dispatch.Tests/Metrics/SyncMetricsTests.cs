using HiveGen.Targets;

namespace HiveGen.Tests.Metrics;

/// <summary>What the dispatcher counts: each instrument by a number that is known.</summary>
public sealed class SyncMetricsTests
{
    [Fact]
    public async Task What_comes_of_each_record_is_counted_by_target_and_model()
    {
        using Measured measured = new();
        int tries = 0;
        ScriptedTarget target = new("t")
        {
            Outcome = item => item.RecordId switch
            {
                "retry" when tries++ < 2 => new ItemOutcome(ItemStatus.Retry, "later"),
                "never" => new ItemOutcome(ItemStatus.Permanent, "no"),
                "other" => new ItemOutcome(ItemStatus.Conflict, "another's"),
                "known" => new ItemOutcome(ItemStatus.Stale),
                _ => null,
            },
        };
        await using SyncHive hive = new(options => options.MeterFactory = measured, target);
        await hive.DrainAsync();
        await hive.WriteAsync("INSERT INTO authors VALUES ('good', '1', ''), ('retry', '2', ''), ('never', '3', ''), ('other', '4', ''), ('known', '5', '')");
        await hive.DrainAsync();
        (string Name, int Count)[] expected =
        [
            ("hive.sync.captured t", 5),
            ("hive.sync.sent t authors", 2),
            ("hive.sync.stale t authors", 1),
            ("hive.sync.conflicts t authors", 1),
            ("hive.sync.parked t authors", 2),
            ("hive.sync.retried t authors", 2),
            ("hive.sync.dead t authors", 2),
            ("hive.sync.failures", 0),
            ("hive.loop.restarts", 0),
        ];
        Assert.All(expected, one => Assert.Equal(one, (one.Name, (int)measured[one.Name])));
        Assert.Equal(2, measured.Gauge("hive.sync.dead_letters t"));
        Assert.Equal((0, 0), (measured.Gauge("hive.sync.lag t"), measured.Gauge("hive.sync.waiting t")));
    }

    [Fact]
    public async Task A_record_that_waits_for_its_retry_is_shown_as_waiting()
    {
        using Measured measured = new();
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(options => options.MeterFactory = measured, target);
        await hive.DrainAsync();
        target.Outcome = static item => item.RecordId == "a1" ? new ItemOutcome(ItemStatus.Retry, "later") : null;
        await hive.AddAuthorAsync("a1");
        await hive.AddAuthorAsync("a2");
        await hive.UntilAsync("t", static status => status is { Parked: 1, Lag: 0 });
        Assert.Equal(1, measured.Gauge("hive.sync.waiting t"));
        target.Outcome = static _ => null;
        await hive.DrainAsync();
        Assert.Equal(0, measured.Gauge("hive.sync.waiting t"));
    }

    [Fact]
    public async Task A_target_that_fails_shows_in_its_failures_its_breaker_its_lag_and_the_age_of_what_waits()
    {
        using Measured measured = new();
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(options => options.MeterFactory = measured, target);
        await hive.DrainAsync();
        Assert.Equal((0, 0), (measured.Gauge("hive.sync.breaker.state t"), measured.Gauge("hive.sync.oldest_unsent.age t")));
        target.Before = static _ => throw new TargetException(TargetFailure.Transient, "down");
        await hive.AddAuthorAsync("a1");
        await hive.AddAuthorAsync("a2");
        await hive.UntilAsync("t", static status => status is { State: TargetState.Retrying, NextTry: not null, Lag: 2 });
        // It is left alone until the clock goes on.
        Assert.Equal((2, 2), (measured.Gauge("hive.sync.breaker.state t"), measured.Gauge("hive.sync.lag t")));
        Assert.True(measured["hive.sync.failures t Transient"] >= 1);
        Assert.Equal(measured["hive.sync.failures"], measured["hive.sync.failures t Transient"]);

        // The probe: the breaker lets one through and waits for what comes of it.
        TaskCompletionSource probe = new(TaskCreationOptions.RunContinuationsAsynchronously), answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        target.Before = _ =>
        {
            probe.TrySetResult();
            return answer.Task;
        };
        await hive.RunUntilAsync(probe.Task);
        double breaker = measured.Gauge("hive.sync.breaker.state t");
        hive.Clock.Advance(TimeSpan.FromSeconds(10));
        double age = measured.Gauge("hive.sync.oldest_unsent.age t");
        answer.SetResult();
        Assert.Equal(1, breaker);
        Assert.True(age >= 10);
        await hive.DrainAsync();
        Assert.Equal((0, 0, 0), (measured.Gauge("hive.sync.breaker.state t"), measured.Gauge("hive.sync.lag t"), measured.Gauge("hive.sync.oldest_unsent.age t")));
    }

    [Fact]
    public async Task A_batch_is_measured_by_its_records_and_its_time()
    {
        using Measured measured = new();
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(options => options.MeterFactory = measured, target);
        await hive.DrainAsync();
        (double records, double seconds) = (measured["hive.sync.batch.size t"], measured["hive.sync.send.duration t"]);
        target.Before = _ =>
        {
            hive.Clock.Advance(TimeSpan.FromMilliseconds(250));
            return Task.CompletedTask;
        };
        await hive.WriteAsync("INSERT INTO authors VALUES ('a1', '1', ''), ('a2', '2', ''), ('a3', '3', '')");
        await hive.Sync.WhenIdleAsync("t", TimeSpan.FromDays(1)).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(3, measured["hive.sync.batch.size t"] - records);
        Assert.Equal(0.25, measured["hive.sync.send.duration t"] - seconds, 6);
    }

    [Fact]
    public async Task A_loop_that_is_started_again_is_counted_under_its_name()
    {
        using Measured measured = new();
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(options => options.MeterFactory = measured, target);
        await hive.DrainAsync();
        target.Outcome = static _ => new ItemOutcome(ItemStatus.Retry, "later");
        await hive.WriteAsync("ALTER TABLE _hive_parked RENAME TO elsewhere; ALTER TABLE _hive_job RENAME TO jobs_elsewhere");
        await hive.AddAuthorAsync("a1");
        await hive.RunUntilAsync(() => hive.Sync.Status.Loops.Where(static loop => loop.Name is "t" or "(jobs)").All(static loop => loop.Restarts >= 2));
        await hive.Sync.StopAsync();
        Assert.True(measured["hive.loop.restarts t"] >= 2);
        Assert.True(measured["hive.loop.restarts (jobs)"] >= 2);
        await hive.WriteAsync("ALTER TABLE elsewhere RENAME TO _hive_parked; ALTER TABLE jobs_elsewhere RENAME TO _hive_job");
    }

    [Fact]
    public async Task How_long_a_loop_was_silent_is_shown()
    {
        using Measured measured = new();
        await using SyncHive hive = new(options => options.MeterFactory = measured, new ScriptedTarget("t"));
        await hive.DrainAsync();
        double silence = 0;
        await Eventually.TrueAsync(
            () =>
            {
                hive.Clock.Advance(TimeSpan.FromMilliseconds(100));
                silence = Silence();
                double shown = measured.Gauge("hive.loop.heartbeat.age t");
                // The loop may come round at any time: only a look during which it did not counts.
                return silence > 0 && silence == Silence() && silence == shown;
            },
            $"The loop was silent for {silence} s, and the gauge does not say so.");

        double Silence() => (hive.Clock.GetUtcNow() - hive.Sync.Status.Loops.Single(static loop => loop.Name == "t").Heartbeat).TotalSeconds;
    }

    [Fact]
    public async Task The_connections_of_a_client_that_tells_are_shown()
    {
        using Measured measured = new();
        ScriptedTarget target = new("t") { Pool = new TargetConnections(3, 8) };
        await using SyncHive hive = new(options => options.MeterFactory = measured, target, new ScriptedTarget("silent"));
        Assert.Equal((3, 8), (measured.Gauge("hive.target.connections.used"), measured.Gauge("hive.target.connections.limit")));
        Assert.Equal((3, 8), (measured.Gauge("hive.target.connections.used t"), measured.Gauge("hive.target.connections.limit t")));
    }

    [Fact]
    public async Task The_age_of_the_oldest_unsent_change_grows_while_the_target_is_down()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        Assert.Equal(TimeSpan.Zero, hive.Sync.Status.Targets[0].OldestUnsent);
        target.Before = static _ => throw new TargetException(TargetFailure.Transient, "down");
        await hive.AddAuthorAsync("a1");
        await hive.UntilAsync("t", TargetState.Retrying);
        TimeSpan before = hive.Sync.Status.Targets[0].OldestUnsent;
        hive.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(hive.Sync.Status.Targets[0].OldestUnsent >= before + TimeSpan.FromMinutes(1));
        target.Before = null;
        await hive.DrainAsync();
        Assert.Equal(TimeSpan.Zero, hive.Sync.Status.Targets[0].OldestUnsent);
    }
}
