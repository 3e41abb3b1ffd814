using Microsoft.Extensions.Logging;

namespace HiveGen.Dispatch;

/// <summary>
/// The last net under a loop. Loops handle what they expect, and most of what they do not; whatever still ends one is logged and
/// counted, and the loop begins again.
/// </summary>
internal sealed class LoopSupervisor(string name, HiveEngine engine, ILogger logger)
{
    private readonly WakeSignal never = new(engine.Clock, engine.Work);

    /// <summary>Runs the loop until the token is cancelled; never throws.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> loop, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await loop(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception unexpected)
            {
                // No jitter and no growing: what computes them may be what failed.
                TimeSpan wait = engine.Options.Dispatch.SafetyInterval;
                engine.Telemetry.Sync.Restarted(name);
                SyncLog.Restarting(logger, name, wait, unexpected);
                await PauseAsync(wait, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask PauseAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            await never.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The loop's own condition ends it.
        }
    }
}
