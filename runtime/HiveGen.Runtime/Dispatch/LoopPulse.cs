namespace HiveGen.Dispatch;

/// <summary>What a loop tells of itself while it runs. Thread-safe.</summary>
internal sealed class LoopPulse(string name, TimeProvider clock)
{
    private long beat = clock.GetUtcNow().UtcTicks;
    private int restarts;

    public LoopStatus Status => new(name, new DateTimeOffset(Interlocked.Read(ref beat), TimeSpan.Zero), Volatile.Read(ref restarts));

    /// <summary>The loop's name.</summary>
    public string Name => name;

    /// <summary>Notes that the loop came round.</summary>
    public void Beat() => Interlocked.Exchange(ref beat, clock.GetUtcNow().UtcTicks);

    /// <summary>Waits for the signal, at most this long, and goes on beating meanwhile.</summary>
    public async ValueTask WaitAsync(WakeSignal signal, TimeSpan wait, TimeSpan interval, CancellationToken cancellationToken)
    {
        Beat();
        long since = clock.GetTimestamp();
        for (TimeSpan rest = wait; rest > TimeSpan.Zero; rest = wait - clock.GetElapsedTime(since))
        {
            if (await signal.WaitAsync(rest < interval ? rest : interval, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            Beat();
        }
    }

    /// <summary>Notes that the loop was restarted after an unexpected exception.</summary>
    public void Restarted()
    {
        Interlocked.Increment(ref restarts);
        Beat();
    }
}
