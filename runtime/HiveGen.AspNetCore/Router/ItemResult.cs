using HiveGen.Targets;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router;

/// <summary>What became of one record.</summary>
/// <param name="RecordId">The id as written; null when it was missing.</param>
/// <param name="Status">The word for it in the answer.</param>
/// <param name="Problem">Why it failed; null when it did not.</param>
internal readonly record struct ItemResult(string? RecordId, string Status, SyncProblem? Problem)
{
    /// <summary>The word for a record the target has in this version or a newer one.</summary>
    public const string Stale = "stale";

    private const int RetrySeconds = 2; // the first step of the original's retries

    /// <summary>The result of what a target did.</summary>
    public static ItemResult Of(string? recordId, ItemOutcome outcome) => outcome.Status switch
    {
        ItemStatus.Applied => new(recordId, "applied", null),
        ItemStatus.Stale => new(recordId, Stale, null),
        ItemStatus.Conflict => new(recordId, "conflict", new SyncProblem(StatusCodes.Status409Conflict, TargetWords.Clean(outcome.Error, "The record belongs to another home, or was deleted."))),
        ItemStatus.Permanent => new(recordId, "refused", new SyncProblem(StatusCodes.Status400BadRequest, TargetWords.Clean(outcome.Error, "The target refused the record."))),
        _ => new(recordId, "retry", new SyncProblem(StatusCodes.Status500InternalServerError, "The target cannot take the record now; send it again later.") { RetryAfter = RetrySeconds }),
    };
}
