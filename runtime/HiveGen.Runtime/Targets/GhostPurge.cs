using System.ComponentModel;

namespace HiveGen.Targets;

/// <summary>
/// Says when a target purges its ghosts and which: now and then, after their retention, and never one that the cursor has not
/// passed, for its record may still be on its way. Thread-safe. For adapters.
/// </summary>
/// <param name="clock">The clock of <c>_synced_at</c>.</param>
/// <param name="retention">How long a ghost is kept.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GhostPurge(TimeProvider clock, TimeSpan retention)
{
    /// <summary>The home of requests without a version, whose ghosts no cursor passes.</summary>
    public const string HttpHome = "http";

    /// <summary>The most ghosts of a table that are purged at once.</summary>
    public const int Chunk = 1000;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private long last = long.MinValue;

    /// <summary>Whether ghosts are to be purged with this move of the cursor.</summary>
    /// <param name="move">The move; null from the router.</param>
    /// <param name="before">Those written before this time go, in microseconds since 1970-01-01 UTC.</param>
    /// <param name="passed">And of the move's Hive only those up to this version.</param>
    public bool IsDue(CursorMove? move, out long before, out long passed)
    {
        before = 0;
        passed = 0;
        if (move is null || !TakeTurn())
        {
            return false;
        }

        before = UnixMicros.Write(clock.GetUtcNow() - retention);
        passed = SyncVersion.Of(move.To.Epoch, move.To.Seq);
        return true;
    }

    /// <summary>One lane takes the turn; the first is at the first batch. By ticks that only go forward: a clock set back delays nothing.</summary>
    private bool TakeTurn()
    {
        long previous = Interlocked.Read(ref last);
        long now = clock.GetTimestamp();
        return (previous == long.MinValue || clock.GetElapsedTime(previous, now) >= Interval) && Interlocked.CompareExchange(ref last, now, previous) == previous;
    }
}
