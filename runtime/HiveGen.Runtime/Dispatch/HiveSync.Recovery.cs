using HiveGen.Dispatch;
using HiveGen.Targets;

namespace HiveGen;

/// <content>What to do when a target and the Hive do not know each other any more, or the target is not trusted.</content>
public sealed partial class HiveSync
{
    /// <summary>
    /// Lets this Hive take over a target whose cursor it does not know, as after a backup was restored: every record is sent
    /// anew, in a new epoch that overrides what the target holds, and what this Hive does not have becomes a ghost. This copy wins:
    /// another copy that still sends to the target is found out and pauses.
    /// </summary>
    /// <exception cref="HiveException">There is no such target.</exception>
    /// <exception cref="TargetException">The target's cursor cannot be read.</exception>
    public Task AdoptAsync(string target, CancellationToken cancellationToken = default) => TakeOverAsync(Find(target), atLeast: 0, cancellationToken);

    /// <summary>
    /// Sends every record to a target again and makes ghosts of what the Hive does not have; changes go on meanwhile and win.
    /// The rebuild outlives a restart of the app; a second call joins the one under way.
    /// </summary>
    /// <param name="target">The target.</param>
    /// <param name="progress">Told how many records were sent, model by model.</param>
    /// <param name="cancellationToken">Ends the wait; the rebuild goes on.</param>
    /// <returns>Ends when everything was sent; records that the target refused are parked or dead letters.</returns>
    /// <exception cref="HiveException">There is no such target, it is paused, or the sync is not started.</exception>
    public async Task RebuildAsync(string target, IProgress<RebuildProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        TargetLoop loop = Find(target);
        if (!Running())
        {
            throw new HiveException("The sync is not started: call Start() first.");
        }

        SyncLog.Rebuilding(logger, target);
        await engine.Writer.RunAsync<RebuildCommand, int>(new RebuildCommand(target), cancellationToken).ConfigureAwait(false);
        RebuildWatch? watch = progress is null ? null : new RebuildWatch(loop.Context, progress);
        loop.Reconnect();
        await TargetWait.SettledAsync(loop.Context, MaxSeq(), Running, watch is null ? null : watch.Report, cancellationToken).ConfigureAwait(false);
        watch?.End();
    }

    private async Task TakeOverAsync(TargetLoop loop, int atLeast, CancellationToken cancellationToken)
    {
        TargetCursor? cursor = await loop.ReadCursorAsync(cancellationToken).ConfigureAwait(false);
        AdoptCommand command = new(loop.Context.Name, Math.Max(atLeast, cursor?.Epoch ?? 0));
        int epoch = await engine.Writer.RunAsync<AdoptCommand, int>(command, cancellationToken).ConfigureAwait(false);
        SyncLog.Adopted(logger, loop.Context.Name, epoch);
        loop.Reconnect();
    }
}
