using HiveGen.Dispatch;
using HiveGen.Targets;

namespace HiveGen;

/// <content>What to do when a target and the Hive do not know each other any more.</content>
public sealed partial class HiveSync
{
    /// <summary>
    /// Lets this Hive take over a target whose cursor it does not know, as after a backup was restored: every record is sent
    /// anew, in a new epoch that overrides what the target holds, and what this Hive does not have becomes a ghost.
    /// </summary>
    /// <exception cref="HiveException">There is no such target.</exception>
    /// <exception cref="TargetException">The target's cursor cannot be read.</exception>
    public async Task AdoptAsync(string target, CancellationToken cancellationToken = default)
    {
        TargetLoop loop = Find(target);
        TargetCursor? cursor = await loop.ReadCursorAsync(cancellationToken).ConfigureAwait(false);
        int epoch = await engine.Writer.RunAsync<AdoptCommand, int>(new AdoptCommand(target, cursor?.Epoch ?? 0), cancellationToken).ConfigureAwait(false);
        SyncLog.Adopted(logger, target, epoch);
        loop.Reconnect();
    }
}
