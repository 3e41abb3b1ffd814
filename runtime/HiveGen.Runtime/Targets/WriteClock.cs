using System.ComponentModel;

namespace HiveGen.Targets;

/// <summary>
/// Gives each batch a time of its own for <c>_synced_at</c>, by which an adapter tells afterwards which rows that batch wrote: the
/// clock's, or a microsecond after the last one. Thread-safe. For adapters.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WriteClock(TimeProvider clock)
{
    private long last;

    /// <summary>Microseconds since 1970-01-01 UTC, never the same twice.</summary>
    public long Next()
    {
        while (true)
        {
            long before = Volatile.Read(ref last);
            long next = Math.Max(before + 1, UnixMicros.Write(clock.GetUtcNow()));
            if (Interlocked.CompareExchange(ref last, next, before) == before)
            {
                return next;
            }
        }
    }
}
