using System.Net;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>Tells a caller by hand what a router answered.</summary>
internal static class ClientAnswers
{
    /// <summary>The result of <c>/sync</c>.</summary>
    /// <exception cref="TargetException">The router did not judge the record.</exception>
    public static SyncResult Single(RouterSettings settings, HttpAnswer answer, in BatchRun run)
    {
        string id = run.Items[run.Start].RecordId;
        RouterProblem problem = RouterProblem.Of(answer);
        return answer.Status switch
        {
            HttpStatusCode.OK => Success(settings, answer, id),
            // A conflict that will pass says when: the first try of this call is still under way.
            HttpStatusCode.Conflict when answer.RetryAfter is null => new SyncResult(id, ItemStatus.Conflict, problem.Error),
            HttpStatusCode.Conflict => new SyncResult(id, ItemStatus.Retry, problem.Error) { RetryAfter = answer.RetryAfter },
            HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge when problem.Error is not null => new SyncResult(id, ItemStatus.Permanent, problem.Error),
            _ => throw RouterErrors.Of(settings, answer, RequestKind.Records),
        };
    }

    /// <summary>The results of <c>/sync/batch</c>.</summary>
    /// <exception cref="TargetException">The router did not judge the records.</exception>
    public static SyncResult[] Batch(RouterSettings settings, HttpAnswer answer, in BatchRun run)
    {
        if (answer is not { Status: HttpStatusCode.OK, IsJson: true })
        {
            throw RouterErrors.Of(settings, answer, RequestKind.Records);
        }

        ItemOutcome[] outcomes = new ItemOutcome[run.Count];
        BatchResults.Read(settings, answer, run, outcomes);
        SyncResult[] results = new SyncResult[run.Count];
        for (int index = 0; index < results.Length; index++)
        {
            results[index] = new SyncResult(run.Items[index].RecordId, outcomes[index].Status, outcomes[index].Error);
        }

        return results;
    }

    /// <summary>The results where the router judged nothing.</summary>
    public static SyncResult[] None(in BatchRun run, TargetException failure)
    {
        ItemStatus status = failure.Failure is TargetFailure.Batch or TargetFailure.TooLarge or TargetFailure.Schema ? ItemStatus.Permanent : ItemStatus.Retry;
        SyncResult[] results = new SyncResult[run.Count];
        for (int index = 0; index < results.Length; index++)
        {
            results[index] = new SyncResult(run.Items[index].RecordId, status, failure.Message) { RetryAfter = failure.RetryAfter };
        }

        return results;
    }

    private static SyncResult Success(RouterSettings settings, HttpAnswer answer, string id)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body);
            JsonElement root = document.RootElement;
            bool stale = root.TryGetProperty("status"u8, out JsonElement status) && status.ValueEquals("stale"u8);
            return new SyncResult(id, stale ? ItemStatus.Stale : ItemStatus.Applied) { SyncedAt = DateTimeOffset.FromUnixTimeMilliseconds(root.GetProperty("syncedAt"u8).GetInt64()) };
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentOutOfRangeException)
        {
            throw RouterErrors.Strange(settings, answer);
        }
    }
}
