namespace HiveGen.Tests;

/// <summary>A clock whose time of day somebody moves, as by hand or over the network; timers and timestamps go on as before.</summary>
internal sealed class ShiftedClock(FakeTimeProvider inner) : TimeProvider
{
    private long shift;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public void Move(TimeSpan by) => Interlocked.Add(ref shift, by.Ticks);

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref shift));

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => inner.CreateTimer(callback, state, dueTime, period);
}
