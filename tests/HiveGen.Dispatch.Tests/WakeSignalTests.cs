using HiveGen.Dispatch;

namespace HiveGen.Tests;

/// <summary>Who waits is not at work, and is again from the moment of being woken: not only once a thread has come to it.</summary>
public sealed class WakeSignalTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider clock = new();
    private readonly WorkCount work = new();
    private readonly WakeSignal signal;

    public WakeSignalTests()
    {
        signal = new WakeSignal(clock, work);
        work.Enter();
    }

    [Fact]
    public async Task A_signal_makes_the_waiter_count_at_once_and_once()
    {
        Task<bool> waiting = signal.WaitAsync(Minute, CancellationToken.None).AsTask();
        Assert.Equal(0, work.AtWork);
        signal.Set();
        clock.Advance(Minute);
        Assert.Equal(1, work.AtWork);
        Assert.True(await waiting.WaitAsync(Minute));
        Assert.Equal(1, work.AtWork);
    }

    [Fact]
    public async Task So_does_the_end_of_its_time()
    {
        Task<bool> waiting = signal.WaitAsync(Minute, CancellationToken.None).AsTask();
        clock.Advance(Minute);
        Assert.Equal(1, work.AtWork);
        Assert.False(await waiting.WaitAsync(Minute));
    }

    [Fact]
    public async Task So_does_whoever_ends_the_wait()
    {
        using CancellationTokenSource stop = new();
        Task<bool> waiting = signal.WaitAsync(Minute, stop.Token).AsTask();
        await stop.CancelAsync();
        Assert.Equal(1, work.AtWork);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Minute));
    }

    [Fact]
    public async Task Who_was_signalled_before_need_not_wait()
    {
        signal.Set();
        Assert.True(await signal.WaitAsync(Minute, CancellationToken.None));
        Assert.Equal(1, work.AtWork);
    }

    [Fact]
    public async Task Whoever_waits_for_an_answer_is_counted_until_it_is_there_or_its_time_is_up()
    {
        TaskCompletionSource answer = new();
        Task late = answer.Task.WaitAsync(Minute, clock);
        work.Await(late);
        work.Await(answer.Task);
        Assert.Equal((1, 2), (work.AtWork, work.Calling));
        clock.Advance(Minute);
        Assert.Equal(1, work.Calling);
        answer.SetResult();
        Assert.Equal(0, work.Calling);
        await Assert.ThrowsAsync<TimeoutException>(() => late);
    }
}
