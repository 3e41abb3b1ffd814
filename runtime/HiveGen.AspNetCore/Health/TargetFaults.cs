namespace HiveGen.Health;

/// <summary>What is wrong with a target, in words that say whether a person is needed and what to do.</summary>
internal static class TargetFaults
{
    public static IEnumerable<string> Of(TargetStatus target, TimeSpan maxAge)
    {
        if (target.State == TargetState.Paused)
        {
            yield return $"is paused and waits for a person: {target.Reason} ResumeAsync or AdoptAsync ends it.";
        }
        else if (target.State == TargetState.Stopped)
        {
            yield return "is not sent to: the sync is not started, or was stopped. Start() begins it.";
        }
        else if (target.State == TargetState.Retrying || target.Breaker != BreakerState.Closed)
        {
            yield return $"fails and is tried again by itself; nothing is lost meanwhile: {target.Reason}";
        }

        if (target.Dead > 0)
        {
            yield return $"has {target.Dead} dead letter(s), which need a person: mend what it says, then RetryDeadAsync.";
        }

        if (target.OldestUnsent > maxAge)
        {
            yield return FormattableString.Invariant($"is behind by {target.OldestUnsent.TotalSeconds:0} s.");
        }
    }
}
