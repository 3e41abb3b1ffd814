using HiveGen.Targets;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router;

/// <summary>What a caller is told when the target took nothing. The target's own words are for the log.</summary>
internal static class TargetProblem
{
    private const int RetrySeconds = 2;

    public static SyncProblem Of(TargetException failure) => failure.Failure switch
    {
        TargetFailure.Throttled => new SyncProblem(StatusCodes.Status429TooManyRequests, "The target takes no more requests now; send this again later.") { RetryAfter = Seconds(failure.RetryAfter) },
        TargetFailure.CursorConflict => new SyncProblem(StatusCodes.Status409Conflict, "The cursor at the target is not where this Hive left it: another copy of the Hive wrote there, or a request came late. Read it again.") { Code = SyncProblem.CursorConflict },
        TargetFailure.Transient or TargetFailure.Timeout or TargetFailure.Schema => new SyncProblem(StatusCodes.Status500InternalServerError, "The target cannot be written to now; send this again later.") { RetryAfter = Seconds(failure.RetryAfter) },
        _ => Unknown(),
    };

    /// <summary>A fault on the server's side that sending again will not mend.</summary>
    public static SyncProblem Unknown() => new(StatusCodes.Status500InternalServerError, "The server cannot write to its target; its log says why.");

    /// <summary>A fault of the router itself.</summary>
    public static SyncProblem Fault() => new(StatusCodes.Status500InternalServerError, "The server failed; its log says why, under the id of this request.");

    private static int Seconds(TimeSpan? wait) => Math.Max(1, (int)Math.Ceiling((wait ?? TimeSpan.FromSeconds(RetrySeconds)).TotalSeconds));
}
