using HiveGen.Storage;
using Microsoft.Extensions.Logging;

namespace HiveGen.Dispatch;

/// <summary>
/// Trims the change log now and then, in chunks between which the app's writes go on, and looks whether the clock was moved back.
/// Supervised like every loop.
/// </summary>
/// <param name="engine">The Hive.</param>
/// <param name="logger">Where it logs.</param>
/// <param name="pulse">Its heartbeat.</param>
/// <param name="clockMoved">Makes the other loops look anew at what waits.</param>
internal sealed class LogTrimmer(HiveEngine engine, ILogger logger, LoopPulse pulse, Action clockMoved)
{
    private const int ChunkRows = 2000;

    // A clock that is corrected by minutes is none of its business: what waits then waits so much longer.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    private static readonly PreparedSql SelectTargets = new("""SELECT "name" FROM "_hive_target" ORDER BY "name" """);

    /// <summary>Runs until the token is cancelled; never throws.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        int failures = 0;
        WakeSignal never = new(engine.Clock, engine.Work);
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

                await CheckClockAsync(cancellationToken).ConfigureAwait(false);
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

    private async ValueTask CheckClockAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = engine.Clock.GetUtcNow();
        ClockCommand command = new(UnixMicros.Write(now), UnixMicros.Write(now + engine.Options.Dispatch.LongestRetry + Slack));
        if (!IsNeeded(command))
        {
            return;
        }

        int changed = await engine.Writer.RunAsync<ClockCommand, int>(command, cancellationToken).ConfigureAwait(false);
        SyncLog.ClockMoved(logger, changed);
        clockMoved();
    }

    private bool IsNeeded(ClockCommand command)
    {
        using ReaderLease lease = engine.Readers.Rent();
        return command.IsNeeded(lease.Connection);
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
