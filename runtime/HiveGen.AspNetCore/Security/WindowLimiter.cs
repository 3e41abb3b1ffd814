using System.Threading.RateLimiting;

namespace HiveGen.Security;

/// <summary>
/// So many requests in a window that begins with the first of them. The framework's own window reads the machine's clock; this one
/// reads a <see cref="TimeProvider"/>, and the rule as it is now. Thread-safe.
/// </summary>
internal sealed class WindowLimiter(Func<RateRule> rule, TimeProvider clock) : RateLimiter
{
    private readonly Lock gate = new();
    private long start = clock.GetTimestamp();
    private int used;

    /// <inheritdoc/>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (gate)
            {
                TimeSpan idle = clock.GetElapsedTime(start) - rule().Window;
                return idle > TimeSpan.Zero ? idle : null;
            }
        }
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics GetStatistics()
    {
        lock (gate)
        {
            (int permits, TimeSpan window) = rule();
            bool over = clock.GetElapsedTime(start) >= window;
            return new RateLimiterStatistics { CurrentAvailablePermits = over ? permits : Math.Max(0, permits - used) };
        }
    }

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        (int permits, TimeSpan window) = rule();
        lock (gate)
        {
            long now = clock.GetTimestamp();
            TimeSpan elapsed = clock.GetElapsedTime(start, now);
            if (used == 0 || elapsed >= window)
            {
                (start, used, elapsed) = (now, 0, TimeSpan.Zero);
            }

            bool acquired = used + permitCount <= permits;
            used += acquired ? permitCount : 0;
            return new WindowLease(acquired, Math.Max(0, permits - used), window - elapsed);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        => new(AttemptAcquireCore(permitCount));
}
