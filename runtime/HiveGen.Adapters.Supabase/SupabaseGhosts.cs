using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase;

/// <summary>
/// Purges ghost rows after their retention, now and then; never one that the cursor has not passed, for its record may still
/// be on its way.
/// </summary>
internal sealed class SupabaseGhosts(SupabaseRpc rpc)
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private long purgedAt = long.MinValue;

    /// <summary>Purges some of each table, if that is due.</summary>
    /// <exception cref="TargetException">It failed; purging again is harmless.</exception>
    public async ValueTask PurgeIfDueAsync(CursorMove move, CancellationToken cancellationToken)
    {
        SupabaseTargetOptions options = rpc.Settings.Options;
        long now = options.Clock.GetTimestamp();
        long last = Interlocked.Read(ref purgedAt);
        if ((last != long.MinValue && options.Clock.GetElapsedTime(last, now) < Interval) || Interlocked.CompareExchange(ref purgedAt, now, last) != last)
        {
            return;
        }

        await rpc.CallAsync(
            "hive_purge",
            (move.Hive, Passed: SyncVersion.Of(move.To.Epoch, move.To.Seq), Seconds: options.GhostRetention.TotalSeconds),
            static (writer, what) =>
            {
                writer.WriteString("home"u8, what.Hive);
                writer.WriteNumber("passed"u8, what.Passed);
                writer.WriteNumber("seconds"u8, what.Seconds);
            },
            static answer => answer.GetInt64(),
            cancellationToken).ConfigureAwait(false);
    }
}
