using HiveGen.Dispatch;
using HiveGen.Storage;
using HiveGen.Targets;
using HiveGen.Verify;

namespace HiveGen;

/// <content>Compares targets with the Hive.</content>
public sealed partial class HiveSync
{
    /// <summary>
    /// Compares every record with its row at a target. It may take long, and writes go on meanwhile: what is on its way is not
    /// reported. Memory stays flat however many records there are.
    /// </summary>
    /// <param name="target">The target.</param>
    /// <param name="options">How; null for the defaults. With <see cref="VerifyOptions.Repair"/> what differs is sent again: wait for it with <see cref="WhenIdleAsync"/>.</param>
    /// <param name="progress">Told how many records were read.</param>
    /// <param name="cancellationToken">Gives up; what was marked to be sent again stays so.</param>
    /// <exception cref="HiveException">There is no such target, it cannot be compared, it is paused, or the sync is not started.</exception>
    /// <exception cref="TargetException">The target failed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option cannot be met.</exception>
    public async Task<VerifyReport> VerifyAsync(string target, VerifyOptions? options = null, IProgress<VerifyProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        TargetLoop loop = Find(target);
        TargetContext context = loop.Context;
        RequireReadable(context.Target);
        VerifyOptions how = options ?? new VerifyOptions();
        how.RequireValid();
        await TargetWait.SettledAsync(context, MaxSeq(), Running, report: null, cancellationToken).ConfigureAwait(false);
        RequireReadable(context.Target); // some know it only after the first contact
        int epoch = EpochOf(target);
        VerifyTally tally = new(how.MaxDifferences);
        foreach (SyncModel model in context.Registry.Models)
        {
            await new ModelVerifier(context, model, how, tally, Running).RunAsync(progress, cancellationToken).ConfigureAwait(false);
        }

        if (EpochOf(target) != epoch)
        {
            throw new HiveException($"'{target}' was adopted while it was compared, so that every version changed: verify it again.");
        }

        bool adopt = how.Repair && tally.Ahead > 0;
        if (adopt)
        {
            await TakeOverAsync(loop, SyncVersion.EpochOf(tally.Ahead), cancellationToken).ConfigureAwait(false);
        }

        SyncLog.Verified(logger, target, tally.Records, tally.Different, tally.Repaired, tally.Unsettled);
        return new VerifyReport(target, tally.Records, tally.Differences, tally.Different, tally.Unsettled, tally.Repaired, adopt);
    }

    private static void RequireReadable(HiveTarget target)
    {
        if (!target.CanVerify)
        {
            throw new HiveException($"The target '{target.Name}' cannot be compared with the Hive: its adapter, or that of the router it leads to, does not read rows. RebuildAsync(\"{target.Name}\") sends everything again.");
        }
    }

    private bool Running() => workers.Running;

    private int EpochOf(string target)
    {
        using ReaderLease lease = engine.Readers.Rent();
        return TargetMemory.Read(lease.Connection, target)?.Epoch ?? ChangeLog.Epoch(lease.Connection);
    }
}
