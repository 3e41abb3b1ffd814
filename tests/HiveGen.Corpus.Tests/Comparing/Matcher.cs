using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HiveGen.Corpus;

/// <summary>The matching rules of the recording's README.</summary>
internal static partial class Matcher
{
    /// <summary>The first difference, with its path; null if there is none.</summary>
    public static string? Difference(JsonNode? expected, JsonNode? actual, string path = "$")
    {
        switch (expected)
        {
            case JsonObject matcher when matcher["$any"] is { } any:
                return Any(any.GetValue<string>(), matcher.TextOrNull("prefix"), actual) ? null : Say(path, matcher, actual);
            case JsonObject matcher when matcher["$template"] is { } template:
                return actual.IsText() && Template(template.GetValue<string>()).IsMatch(actual!.GetValue<string>()) ? null : Say(path, matcher, actual);
            case JsonObject properties when actual is JsonObject others:
                string[] names = [.. properties.Select(static pair => pair.Key).Order(StringComparer.Ordinal)], found = [.. others.Select(static pair => pair.Key).Order(StringComparer.Ordinal)];
                return names.SequenceEqual(found)
                    ? names.Select(name => Difference(properties[name], others[name], $"{path}.{name}")).FirstOrDefault(static difference => difference is not null)
                    : $"{path}: the members {string.Join(", ", names)} were expected, and {string.Join(", ", found)} are there";
            case JsonArray items when actual is JsonArray others:
                return items.Count == others.Count
                    ? items.Select((item, i) => Difference(item, others[i], $"{path}[{i}]")).FirstOrDefault(static difference => difference is not null)
                    : $"{path}: {items.Count} items were expected, and {others.Count} are there: {others.ToJsonString()}";
            case JsonValue value when actual is JsonValue other:
                return Same(value, other) ? null : Say(path, value, other);
            default:
                return expected is null && actual is null ? null : Say(path, expected, actual);
        }
    }

    private static bool Same(JsonValue expected, JsonValue actual) => expected.GetValueKind() == actual.GetValueKind() && expected.GetValueKind() switch
    {
        JsonValueKind.Number => decimal.Parse(expected.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) == decimal.Parse(actual.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
        JsonValueKind.String => expected.GetValue<string>() == actual.GetValue<string>(),
        _ => true,
    };

    private static bool Any(string kind, string? prefix, JsonNode? actual) => kind switch
    {
        "value" => true,
        "id" => actual.IsText() && Regex.IsMatch(actual!.GetValue<string>(), $"^{Regex.Escape(prefix!)}_[0-9a-z]{{16}}$"),
        "timestamp" => actual.IsText() && Timestamp().IsMatch(actual!.GetValue<string>()),
        _ => throw new InvalidOperationException($"The recording has a matcher that is not known: {kind}"),
    };

    private static Regex Template(string template) => new("^" + Regex.Escape(template)
        .Replace("<ID>", "[0-9a-z_]+", StringComparison.Ordinal)
        .Replace("<TS>", @"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z", StringComparison.Ordinal)
        .Replace("<MS>", @"\d{13}", StringComparison.Ordinal) + "$");

    private static string Say(string path, JsonNode? expected, JsonNode? actual) => $"{path}: {expected?.ToJsonString() ?? "null"} was expected, and {actual?.ToJsonString() ?? "null"} is there";

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$")]
    private static partial Regex Timestamp();
}
