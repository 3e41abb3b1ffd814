using System.Net;
using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>Tells from an answer what kind of failure it is: by its <c>status</c>, for one HTTP status stands for several.</summary>
internal static class FirestoreErrors
{
    /// <summary>The word for a token that is not good, or not any more.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>The word for an index that is missing.</summary>
    public const string FailedPrecondition = "FAILED_PRECONDITION";

    /// <summary>The status of an answer that is no success; null when it does not say one.</summary>
    public static string? StatusOf(HttpAnswer answer) => Error(answer).Status;

    /// <summary>Whether a commit was refused because a document is not as it was read.</summary>
    public static bool IsLostRace(HttpAnswer answer) => StatusOf(answer) is FailedPrecondition or "ALREADY_EXISTS" or "NOT_FOUND";

    /// <summary>The failure of an answer that is no success.</summary>
    public static TargetException Of(string peer, HttpAnswer answer)
    {
        (string? status, string? message) = Error(answer);
        string? words = status is null ? message : $"{status}: {message}";
        return status switch
        {
            "UNAVAILABLE" or "ABORTED" or "DEADLINE_EXCEEDED" or "INTERNAL" or "CANCELLED" or "UNKNOWN" => Make(TargetFailure.Transient),
            "RESOURCE_EXHAUSTED" => Make(TargetFailure.Throttled),
            "INVALID_ARGUMENT" or "OUT_OF_RANGE" => Make(TargetFailure.Batch),
            Unauthenticated => Make(TargetFailure.Configuration, "Check the service account's key, and this machine's clock."),
            "PERMISSION_DENIED" => Make(TargetFailure.Configuration, "The service account needs the role Cloud Datastore User in this project."),
            "NOT_FOUND" => Make(TargetFailure.Configuration, "Check the project and the database: it must exist, in Native mode."),
            FailedPrecondition => Make(TargetFailure.Configuration, "Deploy the exported firestore.indexes.json; the database must be in Native mode."),
            null when (int)answer.Status < 300 => Make(TargetFailure.Transient),
            null => Make(answer.Status == HttpStatusCode.NotFound ? TargetFailure.Configuration : HttpFailures.Class(answer.Status)),
            _ => Make(TargetFailure.Batch),
        };

        TargetException Make(TargetFailure failure, string? advice = null) => HttpFailures.Make(failure, peer, answer, words, advice);
    }

    /// <summary>Whether an answer broke off: what came of it is not all.</summary>
    public static bool EndsStream(JsonDocument answer) => Last(answer.RootElement) is { ValueKind: JsonValueKind.Object } last && last.TryGetProperty("error"u8, out _);

    /// <summary>The failure of an answer that is none of Firestore.</summary>
    public static TargetException Strange(string peer, Exception? inner = null)
        => new(TargetFailure.Transient, $"{peer} gave an answer that is broken, or none of Firestore.", inner);

    // Methods that stream answer with an array, in which an error is the last element.
    private static JsonElement Last(JsonElement root) => root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 ? root[root.GetArrayLength() - 1] : root;

    private static (string? Status, string? Message) Error(HttpAnswer answer)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body);
            JsonElement root = Last(document.RootElement);
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out JsonElement error) && error.ValueKind == JsonValueKind.Object
                ? (Text(error, "status"), Text(error, "message"))
                : (null, null);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static string? Text(JsonElement error, string name) => error.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
