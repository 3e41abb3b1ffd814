using HiveGen.Targets;

namespace HiveGen;

/// <summary>What became of a record that was sent to a router by hand.</summary>
/// <param name="RecordId">The record's id.</param>
/// <param name="Status">What the router did with it; <see cref="ItemStatus.Retry"/> where it is not known, and the same call may succeed later.</param>
/// <param name="Error">Why it failed, in the router's words where it has some; null when it did not.</param>
public sealed record SyncResult(string RecordId, ItemStatus Status, string? Error = null)
{
    /// <summary>Whether the target has it.</summary>
    public bool Success => Status is ItemStatus.Applied or ItemStatus.Stale;

    /// <summary>When the router wrote it, by its clock; null in a batch and where it failed.</summary>
    public DateTimeOffset? SyncedAt { get; init; }

    /// <summary>How long to wait before the next try, where the router said so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
