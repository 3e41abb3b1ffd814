using System.Globalization;
using System.Text.Json;

namespace HiveGen.Targets.Conformance;

/// <summary>JSON by what it means: spaces, the order of members and the spelling of numbers do not count.</summary>
internal static class StoredJson
{
    public static string TextOf(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return TextOf(document.RootElement);
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", value.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal).Select(static member => JsonSerializer.Serialize(member.Name) + ":" + TextOf(member.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(",", value.EnumerateArray().Select(TextOf)) + "]",
        JsonValueKind.String => JsonSerializer.Serialize(value.GetString()),
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => value.GetRawText(),
    };
}
