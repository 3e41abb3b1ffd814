using HiveGen.Targets;

namespace HiveGen.Tests;

public sealed class TargetFailureTests
{
    [Theory]
    [InlineData(TargetFailure.Transient)]
    [InlineData(TargetFailure.Throttled)]
    [InlineData(TargetFailure.Configuration)]
    [InlineData(TargetFailure.Schema)]
    [InlineData(TargetFailure.Timeout)]
    [InlineData(TargetFailure.Unknown)]
    public async Task A_failing_target_is_paused_and_costs_no_record_an_attempt(TargetFailure failure)
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(static options => options.Dispatch.Jitter = static () => 0.999, target);
        await hive.DrainAsync();
        int prepared = target.Prepared;
        target.Before = _ => throw new TargetException(failure, "it is down");
        await hive.AddAuthorAsync("a1");
        TargetStatus status = await hive.UntilAsync("t", TargetState.Retrying);
        Assert.StartsWith("it is down", status.Reason, StringComparison.Ordinal);
        Assert.Equal(BreakerState.Open, status.Breaker);
        Assert.Empty(hive.Read("SELECT * FROM _hive_parked WHERE attempts > 0 OR dead"));
        target.Before = null;
        await hive.DrainAsync();
        Assert.Equal(["authors|a1|Ann-a1|"], target.Database.Live);
        Assert.True(target.Prepared > prepared);
    }

    [Fact]
    public async Task The_pause_ends_when_it_is_over_and_not_before()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(static options => options.Dispatch.Jitter = static () => 0.5, target);
        await hive.DrainAsync();
        target.Before = _ => throw new TargetException(TargetFailure.Throttled, "too many", retryAfter: TimeSpan.FromSeconds(90));
        hive.Sync.Start();
        await hive.AddAuthorAsync("a1");
        Assert.Equal(TargetState.Retrying, (await hive.RestAsync("t")).State);
        target.Before = null;
        target.Batches.Clear();
        hive.Clock.Advance(TimeSpan.FromSeconds(80));
        await hive.AddAuthorAsync("a2");
        await hive.RestAsync();
        Assert.Empty(target.Batches);
        hive.Clock.Advance(TimeSpan.FromSeconds(10));
        await hive.RestAsync();
        Assert.Equal(2, target.Database.Live.Count);
    }

    [Fact]
    public async Task Resume_ends_a_pause_at_once()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(static options => options.Dispatch.Jitter = static () => 0.999, target);
        await hive.DrainAsync();
        target.Before = static _ => throw new TargetException(TargetFailure.Transient, "down");
        hive.Sync.Start();
        await hive.AddAuthorAsync("a1");
        Assert.Equal(TargetState.Retrying, (await hive.RestAsync("t")).State);
        target.Before = null;
        await hive.Sync.ResumeAsync("t");
        await hive.Sync.WhenIdleAsync("t", TimeSpan.FromDays(1)).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Single(target.Database.Live);
    }

    [Fact]
    public async Task After_a_failure_one_record_is_the_probe_and_then_the_batches_grow()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        int failures = 0;
        target.Before = _ => failures++ == 0 ? throw new TargetException(TargetFailure.Transient, "down") : Task.CompletedTask;
        target.Batches.Clear();
        await hive.WriteAsync(string.Join(';', Enumerable.Range(0, 100).Select(static i => $"INSERT INTO authors VALUES ('a{i:00}', '{i}', '')")));
        await hive.DrainAsync();
        Assert.Equal([100, 1, 2, 4, 8, 16, 32, 37], target.Batches.Select(static batch => batch.Length).Where(static length => length > 0));
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_harmless()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        int lost = 0;
        target.After = _ => { if (lost++ == 0) { throw new TargetException(TargetFailure.Transient, "the answer was lost"); } };
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        Assert.Single(target.Database.History);
        Assert.Equal(TargetState.Running, hive.Sync.Status.Targets[0].State);
    }

    [Fact]
    public async Task A_target_that_never_answers_is_given_up_after_the_timeout()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        TaskCompletionSource never = new();
        target.Before = _ => never.Task;
        hive.Hangs = true;
        await hive.AddAuthorAsync("a1");
        TargetStatus status = await hive.UntilAsync("t", TargetState.Retrying);
        Assert.Equal("'t' did not answer within 30 s.", status.Reason);
        target.Before = null;
        hive.Hangs = false;
        await hive.DrainAsync();
        Assert.Single(target.Database.Live);
        never.SetCanceled();
    }

    [Fact]
    public async Task A_target_that_cannot_be_prepared_is_tried_again()
    {
        int failures = 0;
        ScriptedTarget target = new("t") { Preparing = () => { if (failures++ < 2) { throw new TargetException(TargetFailure.Configuration, "wrong password"); } } };
        await using SyncHive hive = new(target);
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        Assert.Single(target.Database.Live);
    }

    [Fact]
    public async Task A_pause_by_the_app_outlives_a_restart_and_keeps_every_change()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database));
        await hive.DrainAsync();
        await hive.Sync.PauseAsync("t", "maintenance");
        await hive.AddAuthorAsync("a1");
        await hive.ReopenAsync(new ScriptedTarget("t", database));
        TargetStatus status = await hive.UntilAsync("t", TargetState.Paused);
        Assert.Equal("maintenance", status.Reason);
        Assert.Empty(database.Live);
        await hive.Sync.ResumeAsync("t");
        await hive.DrainAsync();
        Assert.Single(database.Live);
    }
}
