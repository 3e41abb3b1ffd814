using System.Net;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>Tells from an API's answer what became of records, where it does not tell of each.</summary>
internal static class RestErrors
{
    /// <summary>Whether the API took the request.</summary>
    /// <exception cref="TargetException">It is a page for people, such as that of a login or a proxy: whoever gave it took no record.</exception>
    public static bool IsSuccess(RestRequests requests, HttpAnswer answer)
    {
        bool success = (int)answer.Status is >= 200 and < 300;
        return !success || answer.Body.Span.TrimStart(" \t\r\n"u8) is not [(byte)'<', ..]
            ? success
            : throw HttpFailures.Make(TargetFailure.Configuration, requests.Peer, answer, "a page instead of an API's answer.", $"Check {requests.Settings.Section}:Url.");
    }

    /// <summary>What a refusal means to the one record it was about; null when it is the target that failed.</summary>
    public static ItemOutcome? OfRecord(HttpAnswer answer, bool isDelete, string? words) => answer.Status switch
    {
        HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed => new ItemOutcome(ItemStatus.Stale),
        HttpStatusCode.NotFound or HttpStatusCode.Gone when isDelete => new ItemOutcome(ItemStatus.Applied),
        HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity
            => new ItemOutcome(ItemStatus.Permanent, words ?? $"The API answered {(int)answer.Status}."),
        _ => null,
    };

    /// <summary>The failure of a request as a whole.</summary>
    public static TargetException Of(RestSettings settings, string peer, HttpAnswer answer)
    {
        TargetFailure failure = answer.Status switch
        {
            // Of many records one may be to blame: they are sent in halves until it is alone.
            HttpStatusCode.PreconditionFailed or HttpStatusCode.UnsupportedMediaType => TargetFailure.Batch,
            _ => HttpFailures.Class(answer.Status),
        };
        string? advice = failure == TargetFailure.Configuration ? $"Check {settings.Section}:Url and {settings.Section}:Secret (or {RouterSettings.SecretVariable})." : null;
        return HttpFailures.Make(failure, peer, answer, RouterProblem.Of(answer).Error, advice);
    }

    /// <summary>The failure of an answer that cannot be read.</summary>
    public static TargetException Strange(string peer, HttpAnswer answer)
        => HttpFailures.Make(TargetFailure.Unknown, peer, answer, "an answer that is none of /sync/batch: {success, successful, failed, total}, and results[] or not");
}
