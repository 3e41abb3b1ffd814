using HiveGen.Hooks;
using HiveGen.Telemetry;
using Xunit;

namespace HiveGen.Tests.Hooks;

public sealed class BackgroundWorkTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider clock = new();
    private readonly TestLog log = new();
    private readonly HiveTelemetry telemetry;
    private readonly BackgroundWork work;

    public BackgroundWorkTests()
    {
        telemetry = new HiveTelemetry(null, clock, log);
        work = new BackgroundWork(clock, telemetry, log);
    }

    [Fact]
    public async Task Draining_waits_for_work_and_for_what_it_starts()
    {
        TaskCompletionSource first = new(), second = new();
        work.Track(StartAnother(), "Person.FollowingAdd");
        Task drained = work.DrainAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        Assert.False(drained.IsCompleted);
        first.SetResult();
        Assert.False(drained.IsCompleted);
        second.SetResult();
        await drained.WaitAsync(Limit);
        Assert.True(work.Stopping.IsCancellationRequested);
        Assert.Empty(log.Entries);

        async Task StartAnother()
        {
            await first.Task;
            work.Track(second.Task, "Person.FollowingAdd");
        }
    }

    [Fact]
    public async Task The_deadline_ends_the_waiting_and_each_piece_that_is_left_is_logged_with_its_hook()
    {
        work.Track(new TaskCompletionSource().Task, "Person.FollowingAdd");
        work.Track(new TaskCompletionSource().Task, "Article.FollowingSet");
        Task drained = work.DrainAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(drained.IsCompleted);
        Assert.False(work.Stopping.IsCancellationRequested);
        clock.Advance(TimeSpan.FromSeconds(1));
        await drained.WaitAsync(Limit);
        Assert.True(work.Stopping.IsCancellationRequested);
        Assert.Equal(2, log.Entries.Count);
        Assert.Single(log.Entries, static entry => entry.Text.Contains("Person.FollowingAdd", StringComparison.Ordinal));
        Assert.Single(log.Entries, static entry => entry.Text.Contains("Article.FollowingSet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_drain_waits_for_the_rest_of_the_same_deadline_and_tells_nothing_twice()
    {
        work.Track(new TaskCompletionSource().Task, "Person.FollowingAdd");
        Task drained = work.DrainAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(30));
        await drained.WaitAsync(Limit);
        await work.DrainAsync(TimeSpan.FromSeconds(30), CancellationToken.None).WaitAsync(Limit);
        Assert.Single(log.Entries);
    }

    [Fact]
    public async Task A_host_that_waits_no_longer_ends_the_waiting()
    {
        using CancellationTokenSource hurry = new();
        work.Track(new TaskCompletionSource().Task, "Person.FollowingAdd");
        Task drained = work.DrainAsync(TimeSpan.FromSeconds(30), hurry.Token);
        Assert.False(drained.IsCompleted);
        await hurry.CancelAsync();
        await drained.WaitAsync(Limit);
        Assert.Single(log.Entries);
    }

    [Fact]
    public async Task Nothing_to_wait_for_is_drained_at_once()
    {
        work.Track(Task.CompletedTask, "Person.FollowingAdd");
        await work.DrainAsync(TimeSpan.FromSeconds(30), CancellationToken.None).WaitAsync(Limit);
    }

    public void Dispose() => telemetry.Dispose();
}
