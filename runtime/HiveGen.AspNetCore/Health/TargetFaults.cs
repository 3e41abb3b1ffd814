namespace HiveGen.Health;

/// <summary>What is wrong with a target, in words that say whether a person is needed.</summary>
internal static class TargetFaults
{
    // A send may take its timeout before the dispatcher comes round again.
    private static readonly TimeSpan MaxSilence = TimeSpan.FromMinutes(2);

    public static IEnumerable<string> Of(TargetStatus target, DateTimeOffset now, TimeSpan maxAge)
    {
        if (target.State == TargetState.Paused)
        {
            yield return $"is paused and waits for a person: {target.Reason}";
        }
        else if (target.State == TargetState.Retrying)
        {
            yield return $"fails and is tried again: {target.Reason}";
        }
        else if (target.State == TargetState.Stopped)
        {
            yield return "is not sent to: the sync is not started, or was stopped.";
        }
        else if (now - target.Heartbeat > MaxSilence)
        {
            yield return FormattableString.Invariant($"has not been looked at for {(now - target.Heartbeat).TotalSeconds:0} s.");
        }

        if (target.Dead > 0)
        {
            yield return $"has {target.Dead} dead letter(s), which need a person; RetryDeadAsync tries them again.";
        }

        if (target.OldestUnsent > maxAge)
        {
            yield return FormattableString.Invariant($"is behind by {target.OldestUnsent.TotalSeconds:0} s.");
        }
    }
}
