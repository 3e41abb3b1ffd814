using HiveGen.Hooks;
using Xunit;

namespace HiveGen.Tests.Hooks;

public sealed class BackgroundWorkTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task Draining_waits_for_work_and_for_what_it_starts()
    {
        BackgroundWork work = new();
        TaskCompletionSource first = new(), second = new();
        work.Track(StartAnother());
        Task<int> drained = work.DrainAsync(TimeSpan.FromMinutes(1), clock);
        Assert.False(drained.IsCompleted);
        first.SetResult();
        Assert.False(drained.IsCompleted);
        second.SetResult();
        Assert.Equal(0, await drained.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.True(work.Stopping.IsCancellationRequested);

        async Task StartAnother()
        {
            await first.Task;
            work.Track(second.Task);
        }
    }

    [Fact]
    public async Task The_deadline_ends_the_waiting_and_says_what_is_left()
    {
        BackgroundWork work = new();
        TaskCompletionSource never = new();
        work.Track(never.Task);
        Task<int> drained = work.DrainAsync(TimeSpan.FromSeconds(30), clock);
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(drained.IsCompleted);
        Assert.False(work.Stopping.IsCancellationRequested);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await drained.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.True(work.Stopping.IsCancellationRequested);
    }

    [Fact]
    public async Task Nothing_to_wait_for_is_drained_at_once()
    {
        BackgroundWork work = new();
        work.Track(Task.CompletedTask);
        Assert.Equal(0, await work.DrainAsync(TimeSpan.FromSeconds(30), clock).WaitAsync(TimeSpan.FromSeconds(20)));
    }
}
