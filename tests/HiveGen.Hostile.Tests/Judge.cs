using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using HiveGen.Targets;

namespace HiveGen.Hostile.Tests;

/// <summary>Whether an answer, and what came of it at the target, is as it must be.</summary>
public static partial class Judge
{
    /// <summary>What is wrong; null when nothing is.</summary>
    public static string? Wrong(Attempt attempt, int status, string? type, byte[] answer, List<SyncItem> written)
    {
        string text = Encoding.UTF8.GetString(answer);
        if (status == 200)
        {
            return attempt.MustFail ? "must be refused and was accepted" : Accepted(attempt, text, written);
        }

        if (status is not (400 or 401 or 413))
        {
            return $"answered {status}: {text}";
        }

        return written.Count > 0 ? "was refused and written" : type != "application/problem+json" ? $"a refusal of the type {type}" : Refused(attempt, text);
    }

    // A refusal says which field, or where in the body, and tells nothing of the inside that the caller did not say itself.
    private static string? Refused(Attempt attempt, string text)
    {
        using JsonDocument json = JsonDocument.Parse(text);
        string error = json.RootElement.GetProperty("error").GetString()!;
        if (!json.RootElement.TryGetProperty("errors", out _) && !Positions().IsMatch(error))
        {
            return "names neither a field nor a position: " + text;
        }

        string sent = Encoding.UTF8.GetString(attempt.Body);
        Match leak = Leaks().Match(text);
        return leak.Success && !sent.Contains(leak.Value, StringComparison.Ordinal) ? $"leaks '{leak.Value}': {text}"
            : text.Contains(AppContext.BaseDirectory, StringComparison.Ordinal) || text.Contains(Attempt.Secret, StringComparison.Ordinal) ? "leaks: " + text
            : text.Length > 20_000 ? $"a refusal of {text.Length} characters"
            : null;
    }

    private static string? Accepted(Attempt attempt, string text, List<SyncItem> written)
    {
        using JsonDocument answer = JsonDocument.Parse(text);
        ReadOnlyMemory<byte> bytes = attempt.Body.AsSpan().StartsWith("\uFEFF"u8) ? attempt.Body.AsMemory(3) : attempt.Body;
        using JsonDocument body = JsonDocument.Parse(bytes);
        if (attempt.Path == "/sync/batch")
        {
            int successful = answer.RootElement.GetProperty("successful").GetInt32();
            return written.Count <= successful && (successful == 0) == (written.Count == 0) ? null : $"{successful} succeeded and {written.Count} were written: {text}";
        }

        return written is [SyncItem item] ? Oracle.Differs(body.RootElement, item) : $"{written.Count} items were written";
    }

    [GeneratedRegex(@"line \d+, byte \d+|at byte \d+|^The body |^Content-|X-Sync-Secret|^records holds more than|Idempotency-Key", RegexOptions.CultureInvariant)]
    private static partial Regex Positions();

    [GeneratedRegex(@"   at |\bSystem\.|\bMicrosoft\.|\bHiveGen\.|Exception|StackTrace|\.cs:|\.dll|SELECT |INSERT |SQLite|`\d|/home/|/usr/|[A-Z]:\\", RegexOptions.CultureInvariant)]
    private static partial Regex Leaks();
}
