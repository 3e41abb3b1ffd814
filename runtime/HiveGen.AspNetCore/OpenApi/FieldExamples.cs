using System.Text.Json.Nodes;
using HiveGen.Targets;

namespace HiveGen.OpenApi;

/// <summary>Values that may do as an example of a field; the router itself says which of them does.</summary>
internal static class FieldExamples
{
    private static readonly string[] Texts = ["Example", "example", "EXAMPLE", "example-1", "test@example.com", "https://example.com", "+15550100", "12345", "1", "a", "A", "AB1", "ABC123", "AB-1", "2026-01-31", "#336699", "en", "en-US", "EUR", "12:30", "127.0.0.1"];

    public static IEnumerable<JsonNode> Of(SyncField field) => field.Type switch
    {
        SyncType.Text => TextsOf(field).Select(static text => (JsonNode)JsonValue.Create(text)),
        SyncType.Bool => [JsonValue.Create(true)],
        SyncType.Int32 or SyncType.Int64 => Numbers(field).Where(static n => decimal.Truncate(n) == n && Math.Abs(n) <= long.MaxValue).Select(static n => (JsonNode)JsonValue.Create((long)n)),
        SyncType.Double or SyncType.Decimal => Numbers(field).Select(static n => (JsonNode)JsonValue.Create(n)),
        SyncType.Timestamp => [JsonValue.Create("2026-01-31T12:00:00Z")],
        SyncType.Date => [JsonValue.Create("2026-01-31")],
        SyncType.Time => [JsonValue.Create("12:30:00")],
        SyncType.Duration => [JsonValue.Create("PT1H"), JsonValue.Create("01:00:00")],
        SyncType.Guid => [JsonValue.Create("0198f8ad-5bd9-7cb4-a165-70867728950e")],
        SyncType.Blob => [JsonValue.Create("aGl2ZQ==")],
        SyncType.Enum => (field.Values ?? []).Take(1).Select(static name => (JsonNode)JsonValue.Create(name)),
        _ => [new JsonObject(), new JsonArray(), JsonValue.Create("text"), JsonValue.Create(1)],
    };

    /// <summary>An id for the examples of a model.</summary>
    public static string Id(SyncField id) => id.Type switch
    {
        SyncType.Int32 or SyncType.Int64 => "123",
        SyncType.Guid => "0198f8ad-5bd9-7cb4-a165-70867728950e",
        _ => "test123",
    };

    private static IEnumerable<string> TextsOf(SyncField field)
    {
        int least = field.Rules?.MinLength ?? 0;
        int most = field.Rules?.MaxLength ?? int.MaxValue;
        IEnumerable<string> all = field.Rules is { Email: true } ? ["test@example.com"] : Texts;
        return all.Where(text => text.Length >= least && text.Length <= most).Append(new string('x', Math.Max(1, Math.Min(least, most))));
    }

    private static IEnumerable<decimal> Numbers(SyncField field)
    {
        decimal least = field.Rules?.Minimum ?? decimal.MinValue;
        decimal most = field.Rules?.Maximum ?? decimal.MaxValue;
        decimal[] all = [42, 1, 0, decimal.Ceiling(Math.Max(least, -1)), least, most];
        return all.Where(number => number >= least && number <= most);
    }
}
