using System.Net;
using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Adapters.Turso.Hrana;
using HiveGen.Targets;

namespace HiveGen.Adapters.Turso;

/// <summary>Tells from a server's answer what kind of failure it is.</summary>
internal static class TursoErrors
{
    /// <summary>The failure of an answer that is no 200.</summary>
    public static TargetException Of(TursoSettings settings, string peer, HttpAnswer answer)
    {
        string? words = Words(answer);
        return answer.Status switch
        {
            HttpStatusCode.Unauthorized => HttpFailures.Make(TargetFailure.Configuration, peer, answer, words, $"Check {settings.Key}:AuthToken (or {TursoSettings.TokenVariable}): `turso db tokens create <database>` makes one."),
            HttpStatusCode.Forbidden => HttpFailures.Make(TargetFailure.Configuration, peer, answer, words, $"{settings.Key}:AuthToken may not write: make one that is not read-only."),
            HttpStatusCode.NotFound => HttpFailures.Make(TargetFailure.Configuration, peer, answer, words, $"Check {settings.Key}:Url: there is no such database, or no /v2/pipeline."),
            HttpStatusCode.BadRequest => HttpFailures.Make(IsBusy(words) ? TargetFailure.Transient : TargetFailure.Batch, peer, answer, words),
            _ => HttpFailures.Make(HttpFailures.Class(answer.Status), peer, answer, words),
        };
    }

    /// <summary>The failure of a statement.</summary>
    public static TargetException Of(string peer, HranaError error) => new(Class(error), $"{peer} refused: {error.Message}{(error.Code.Length == 0 ? "" : $" ({error.Code})")}");

    /// <summary>Whether a record it links to is missing: mirrors have no foreign keys, but somebody may have added one.</summary>
    public static bool IsMissingParent(HranaError error) => IsConstraint(error) && error.Message.Contains("FOREIGN KEY", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the table does not exist.</summary>
    public static bool IsMissingTable(HranaError error) => error.Message.Contains("no such table", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a rule of the table was broken.</summary>
    public static bool IsConstraint(HranaError error) => error.Code.StartsWith("SQLITE_CONSTRAINT", StringComparison.Ordinal);

    /// <summary>The class of an error. Codes say little here, so the words of SQLite are looked at too.</summary>
    public static TargetFailure Class(HranaError error) => error.Code switch
    {
        "SQLITE_MISMATCH" or "SQLITE_TOOBIG" => TargetFailure.Batch,
        "SQLITE_AUTH" or "SQLITE_READONLY" or "SQLITE_NOTADB" or "SQLITE_CORRUPT" or "BLOCKED" => TargetFailure.Configuration,
        "RESPONSE_TOO_LARGE" => TargetFailure.TooLarge,
        _ when IsConstraint(error) => TargetFailure.Batch,
        _ when IsSchema(error.Message) => TargetFailure.Schema,
        _ when Has(error.Message, "too many SQL variables", "string or blob too big", "statement too long") => TargetFailure.Batch,
        _ when Has(error.Message, "Response is too large") => TargetFailure.TooLarge,
        _ when Has(error.Message, "attempt to write a readonly database", "not authorized") => TargetFailure.Configuration,
        "SQL_PARSE_ERROR" => TargetFailure.Batch,
        // Busy, locked, a stream that expired, a primary that changes: it passes.
        _ => TargetFailure.Transient,
    };

    private static bool IsSchema(string message) => Has(message, "no such table", "no such column", "has no column named", "duplicate column name");

    private static bool IsBusy(string? message) => message is not null && Has(message, "stream", "baton", "busy", "locked");

    private static bool Has(string message, params ReadOnlySpan<string> parts)
    {
        foreach (string part in parts)
        {
            if (message.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // {"error":"…"} of the server, {"message":"…","code":"…"} of its middle layers, or plain text.
    private static string? Words(HttpAnswer answer)
    {
        const int Most = 500;
        if (answer.Body.Length == 0)
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body);
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && (root.TryGetProperty("error"u8, out JsonElement words) || root.TryGetProperty("message"u8, out words)) && words.ValueKind == JsonValueKind.String
                ? words.GetString()
                : null;
        }
        catch (JsonException)
        {
            string text = System.Text.Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(Most, answer.Body.Length)]);
            return text;
        }
    }
}
