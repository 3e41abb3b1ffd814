using HiveGen.Targets;

namespace HiveGen.Adapters.Convex;

/// <summary>
/// Purges ghosts after their retention, now and then; never one that the cursor has not passed, for its record may still be on its way.
/// </summary>
internal sealed class ConvexGhosts(ConvexCalls calls)
{
    private readonly GhostPurge turns = new(calls.Settings.Options.Clock, calls.Settings.Options.GhostRetention);

    /// <summary>Purges some of each table, if that is due.</summary>
    /// <exception cref="TargetException">It failed; purging again is harmless.</exception>
    public async ValueTask PurgeIfDueAsync(CursorMove move, CancellationToken cancellationToken)
    {
        if (!turns.IsDue(move, out _, out long passed))
        {
            return;
        }

        await calls.MutateAsync(
            "purge",
            (move.Hive, Passed: passed, calls.Settings.Options.GhostRetention.TotalMilliseconds),
            static (writer, what) =>
            {
                writer.WriteString("home"u8, what.Hive);
                writer.WriteNumber("passed"u8, what.Passed);
                writer.WriteNumber("retention"u8, what.TotalMilliseconds);
            },
            static _ => true,
            cancellationToken).ConfigureAwait(false);
    }
}
