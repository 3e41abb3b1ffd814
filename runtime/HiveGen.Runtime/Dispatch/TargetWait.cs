namespace HiveGen.Dispatch;

/// <summary>Waits for the loop of a target.</summary>
internal static class TargetWait
{
    /// <summary>Waits until everything up to a change was sent and every full load has ended; parked records may still wait.</summary>
    /// <param name="context">The target.</param>
    /// <param name="seq">The change.</param>
    /// <param name="running">Whether the sync is started.</param>
    /// <param name="report">Called whenever the loop has come further.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="HiveException">The target waits for a person, or the sync was stopped.</exception>
    public static async ValueTask SettledAsync(TargetContext context, long seq, Func<bool> running, Action? report, CancellationToken cancellationToken)
    {
        TargetProgress progress = context.Progress;
        // The signal is taken before the condition is looked at, so that a round between the two is not missed.
        for (Task changed = progress.Changed; !progress.Settled(seq); changed = progress.Changed)
        {
            if (!running())
            {
                throw new HiveException("The sync is not started, or was stopped: call Start().");
            }

            if (progress.Blocked is { } reason)
            {
                throw new HiveException($"The target '{context.Name}' is paused: {reason}");
            }

            report?.Invoke();
            try
            {
                await changed.WaitAsync(context.Options.SafetyInterval, context.Clock, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // Nothing was told for a while: the loop may have been stopped.
            }
        }

        report?.Invoke();
    }
}
