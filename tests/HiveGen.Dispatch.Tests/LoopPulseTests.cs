using HiveGen.Dispatch;

namespace HiveGen.Tests;

public sealed class LoopPulseTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_wait_is_over_when_its_time_has_passed_however_late_its_timers_come()
    {
        FakeTimeProvider clock = new();
        LoopPulse pulse = new("loop", clock);
        Task waiting = pulse.WaitAsync(new WakeSignal(clock, new WorkCount()), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5), CancellationToken.None).AsTask();
        // As after a machine has slept: the first timer comes, and the minute is over.
        clock.Advance(TimeSpan.FromMinutes(1));
        await waiting.WaitAsync(Limit);
        Assert.Equal(clock.GetUtcNow(), pulse.Status.Heartbeat);
    }

    [Fact]
    public async Task It_beats_while_it_waits_and_ends_at_a_signal()
    {
        FakeTimeProvider clock = new();
        LoopPulse pulse = new("loop", clock);
        WakeSignal signal = new(clock, new WorkCount());
        DateTimeOffset begun = clock.GetUtcNow();
        Task waiting = pulse.WaitAsync(signal, TimeSpan.FromDays(1), TimeSpan.FromSeconds(5), CancellationToken.None).AsTask();
        await clock.RunUntilAsync(() => pulse.Status.Heartbeat >= begun + TimeSpan.FromSeconds(15));
        Assert.False(waiting.IsCompleted);
        signal.Set();
        await waiting.WaitAsync(Limit);
    }
}
