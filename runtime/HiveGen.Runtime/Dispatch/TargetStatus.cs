namespace HiveGen;

/// <summary>How a target is doing, at one moment.</summary>
/// <param name="Name">The target.</param>
/// <param name="State">What its dispatcher is doing.</param>
/// <param name="Reason">Why it is paused, or how it last failed while it has not answered since, in the target's own words where it has some.</param>
/// <param name="Seq">The change up to which everything was sent, parked records aside.</param>
/// <param name="Lag">How many changes were logged since.</param>
/// <param name="OldestUnsent">The age of the oldest change that was not sent, zero when there is none. Measured from when the dispatcher first saw it.</param>
/// <param name="Parked">Records that wait for a retry.</param>
/// <param name="Dead">Records that need a person; <see cref="HiveSync.RetryDeadAsync"/> tries them again.</param>
/// <param name="Loading">Models whose full load has not ended.</param>
/// <param name="Restarts">How often the dispatcher was restarted after an unexpected exception.</param>
/// <param name="Heartbeat">When the dispatcher last came round; it does at least every few seconds, also while it waits for the target.</param>
/// <param name="Breaker">Whether the target is trusted to take what is sent.</param>
/// <param name="NextTry">When the dispatcher looks again by itself, at the latest; null while it is at work or stopped.</param>
public sealed record TargetStatus(
    string Name,
    TargetState State,
    string? Reason,
    long Seq,
    long Lag,
    TimeSpan OldestUnsent,
    int Parked,
    int Dead,
    int Loading,
    int Restarts,
    DateTimeOffset Heartbeat,
    BreakerState Breaker = BreakerState.Closed,
    DateTimeOffset? NextTry = null);
