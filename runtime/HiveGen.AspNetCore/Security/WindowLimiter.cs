using System.Threading.RateLimiting;

namespace HiveGen.Security;

/// <summary>
/// So many requests in a window that begins with the first of them. The framework's own window reads the machine's clock; this one
/// reads a <see cref="TimeProvider"/>. Thread-safe.
/// </summary>
internal sealed class WindowLimiter(int permits, TimeSpan window, TimeProvider clock) : RateLimiter
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
                TimeSpan idle = clock.GetElapsedTime(start) - window;
                return idle > TimeSpan.Zero ? idle : null;
            }
        }
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics GetStatistics()
    {
        lock (gate)
        {
            bool over = clock.GetElapsedTime(start) >= window;
            return new RateLimiterStatistics { CurrentAvailablePermits = over ? permits : permits - used };
        }
    }

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
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
            return new WindowLease(acquired, permits - used, window - elapsed);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        => new(AttemptAcquireCore(permitCount));
}
