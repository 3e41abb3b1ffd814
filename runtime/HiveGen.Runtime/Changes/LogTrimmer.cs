using HiveGen.Storage;
using Microsoft.Extensions.Logging;

namespace HiveGen.Dispatch;

/// <summary>Trims the change log now and then, in chunks between which the app's writes go on. Supervised like every loop.</summary>
internal sealed class LogTrimmer(HiveEngine engine, ILogger logger, LoopPulse pulse)
{
    private const int ChunkRows = 2000;

    private static readonly PreparedSql SelectTargets = new("""SELECT "name" FROM "_hive_target" ORDER BY "name" """);

    /// <summary>Runs until the token is cancelled; never throws.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        int failures = 0;
        WakeSignal never = new(engine.Clock);
        bool warned = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            TimeSpan wait = engine.Options.Dispatch.TrimInterval;
            try
            {
                if (!warned)
                {
                    WarnOfOrphans();
                    warned = true;
                }

                await TrimAsync(cancellationToken).ConfigureAwait(false);
                failures = 0;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception unexpected)
            {
                wait = RetryDelay.After(engine.Options.Dispatch, ++failures);
                pulse.Restarted();
                engine.Telemetry.Sync.Restarted(pulse.Name);
                SyncLog.Restarting(logger, pulse.Name, wait, unexpected);
            }

            try
            {
                await pulse.WaitAsync(never, wait, engine.Options.Dispatch.SafetyInterval, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Deletes everything that every remembered target has passed.</summary>
    public async Task<int> TrimAsync(CancellationToken cancellationToken)
    {
        int deleted = 0;
        TrimResult result;
        do
        {
            result = await engine.Writer.RunAsync<TrimCommand, TrimResult>(new TrimCommand(ChunkRows), cancellationToken).ConfigureAwait(false);
            deleted += result.Deleted;
        }
        while (result.More);
        if (deleted > 0)
        {
            SyncLog.Trimmed(logger, deleted);
        }

        return deleted;
    }

    private void WarnOfOrphans()
    {
        using ReaderLease lease = engine.Readers.Rent();
        Statement select = lease.Connection.Prepare(SelectTargets);
        while (select.Step())
        {
            string name = select.Text(0);
            if (!engine.Options.Targets.Exists(target => target.Name == name))
            {
                SyncLog.Orphan(logger, name);
            }
        }
    }
}
