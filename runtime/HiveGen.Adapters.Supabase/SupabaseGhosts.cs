using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase;

/// <summary>
/// Purges ghost rows after their retention, now and then; never one that the cursor has not passed, for its record may still
/// be on its way.
/// </summary>
internal sealed class SupabaseGhosts(SupabaseRpc rpc)
{
    private readonly GhostPurge turns = new(rpc.Settings.Options.Clock, rpc.Settings.Options.GhostRetention);

    /// <summary>Purges some of each table, if that is due.</summary>
    /// <exception cref="TargetException">It failed; purging again is harmless.</exception>
    public async ValueTask PurgeIfDueAsync(CursorMove move, CancellationToken cancellationToken)
    {
        if (!turns.IsDue(move, out _, out long passed))
        {
            return;
        }

        await rpc.CallAsync(
            "hive_purge",
            (move.Hive, Passed: passed, Seconds: rpc.Settings.Options.GhostRetention.TotalSeconds),
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
