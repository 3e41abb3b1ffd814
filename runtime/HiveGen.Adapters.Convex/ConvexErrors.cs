using System.Net;
using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Convex;

/// <summary>Tells from Convex's answers what kind of failure it is.</summary>
internal static class ConvexErrors
{
    /// <summary>What mends functions that do not fit.</summary>
    public const string Deploy = "Deploy the functions of 'hive export convex' of this version: npx convex deploy.";

    // What older backends answer for a function that failed.
    private const HttpStatusCode FunctionFailed = (HttpStatusCode)560;

    // Words of the backend; no code comes with them.
    private const string TooLong = "Function execution timed out";
    private static readonly string[] Missing = ["Could not find", "ArgumentValidationError", "extra field", "Unexpected field"];
    private static readonly string[] TooLarge = ["too large", "Too many", "too many", "Too much", "TooLarge"];
    private static readonly string[] OfDocument = ["does not match the schema", "Validator error", "is not a valid Convex"];

    /// <summary>Whether a function was run, or looked for.</summary>
    public static bool IsAnswer(HttpAnswer answer) => answer is { Status: HttpStatusCode.OK or FunctionFailed, IsJson: true };

    /// <summary>The value that a function returned.</summary>
    /// <exception cref="TargetException">It failed.</exception>
    public static JsonElement Accept(string peer, HttpAnswer answer, JsonElement root)
    {
        string status = root.GetProperty("status"u8).GetString()!;
        if (status == "success")
        {
            return root.GetProperty("value"u8);
        }

        string message = root.GetProperty("errorMessage"u8).GetString()!;
        JsonElement? data = root.TryGetProperty("errorData"u8, out JsonElement thrown) ? thrown : null;
        TargetFailure failure = Class(message, data);
        throw HttpFailures.Make(failure, peer, answer, message, failure == TargetFailure.Schema ? Deploy : null);
    }

    /// <summary>The class of what a function threw.</summary>
    public static TargetFailure Class(string message, JsonElement? data)
    {
        if (data is { } thrown)
        {
            // What the functions themselves throw says what it is; anything else was thrown by a person's code, which means it.
            string? code = thrown.ValueKind == JsonValueKind.Object && thrown.TryGetProperty("hive"u8, out JsonElement hive) ? hive.GetString() : null;
            return code switch { "cursor" => TargetFailure.CursorConflict, "model" => TargetFailure.Schema, _ => TargetFailure.Batch };
        }

        return Holds(message, Missing) ? TargetFailure.Schema
            : Holds(message, TooLarge) ? TargetFailure.TooLarge
            : Holds(message, OfDocument) ? TargetFailure.Batch
            : message.Contains(TooLong, StringComparison.Ordinal) ? TargetFailure.Timeout
            : TargetFailure.Unknown;
    }

    /// <summary>The failure that an answer other than a function's stands for.</summary>
    public static TargetException Of(ConvexSettings settings, string peer, HttpAnswer answer)
    {
        (string? code, string? words) = Read(answer);
        TargetFailure failure = code switch
        {
            "OptimisticConcurrencyControlFailure" or "OutOfRetention" or "RejectedBeforeExecution" => TargetFailure.Transient,
            "FunctionPathNotFound" => TargetFailure.Schema,
            _ when answer.Status == HttpStatusCode.BadRequest => TargetFailure.Configuration,
            _ => HttpFailures.Class(answer.Status),
        };
        string? advice = failure switch
        {
            TargetFailure.Schema => Deploy,
            TargetFailure.Configuration => $"Check {settings.Section}:Url and {settings.Section}:DeployKey (or {ConvexSettings.UrlVariable} and {ConvexSettings.KeyVariable}).",
            _ => null,
        };
        return HttpFailures.Make(failure, peer, answer, code is null ? words : $"{words} ({code})", advice);
    }

    private static bool Holds(string message, string[] words) => Array.Exists(words, word => message.Contains(word, StringComparison.Ordinal));

    private static (string? Code, string? Words) Read(HttpAnswer answer)
    {
        if (!answer.IsJson)
        {
            return default;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body);
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object ? (Text(root, "code"), Text(root, "message")) : default;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // No JSON, or words in another encoding than UTF-8: the status says enough.
            return default;
        }
    }

    private static string? Text(JsonElement from, string name)
        => from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
