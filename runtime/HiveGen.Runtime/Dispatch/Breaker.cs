using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>
/// Decides when a target that failed is tried again, and whether a record may be blamed for a failure that tells nothing. Its
/// own loop and lanes change it; anyone may read it.
/// </summary>
internal sealed class Breaker(HiveDispatchOptions options)
{
    private volatile BreakerState state = BreakerState.Closed;
    private volatile bool accepted;
    private int failures;

    /// <summary>Whether the target is trusted.</summary>
    public BreakerState State => state;

    /// <summary>Begins a try.</summary>
    /// <returns>Whether the target failed before, so that it is tried with one record.</returns>
    public bool Try()
    {
        state = failures == 0 ? BreakerState.Closed : BreakerState.HalfOpen;
        return failures > 0;
    }

    /// <summary>Notes that the target failed.</summary>
    /// <returns>How long to leave it alone.</returns>
    public TimeSpan Fail(TargetException failure)
    {
        failures++;
        state = BreakerState.Open;
        if (failure.Failure != TargetFailure.Configuration)
        {
            return RetryDelay.After(options, failures, failure.RetryAfter);
        }

        // A person has to mend it, which takes longer than a restart: tried slowly, but never at one beat with other apps.
        TimeSpan slow = options.ConfigurationRetry * (0.5 + (options.Jitter() / 2));
        return failure.RetryAfter is { } least && least > slow ? least : slow;
    }

    /// <summary>Notes that the target works.</summary>
    public void Close()
    {
        failures = 0;
        state = BreakerState.Closed;
    }

    /// <summary>Notes that the target took a record.</summary>
    public void Accept() => accepted = true;

    /// <summary>
    /// Whether a record that failed alone may be blamed: only if the target took another since the last blame. An outage that
    /// looks like nothing known would otherwise use up every record's tries.
    /// </summary>
    public bool MayBlame()
    {
        bool may = accepted;
        accepted = false;
        return may;
    }
}
