using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Corpus;

/// <summary>Recorded values as C#.</summary>
internal static class Literals
{
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>The value as the field's property has it.</summary>
    public static string Of(FieldSpec field, JsonNode? value) => value switch
    {
        null => "null",
        JsonObject date when date["$date"] is { } at => $"Support.Date({Text(at.GetValue<string>())})",
        _ when field.IsJson => Json(value),
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => field.Type == "date" ? $"Support.Date({Text(value.GetValue<string>())})" : Text(value.GetValue<string>()),
            JsonValueKind.Number => value.ToJsonString() + "L",
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => throw new InvalidOperationException($"No value of '{field.Slug}': {value.ToJsonString()}"),
        },
    };

    public static string Json(JsonNode value) => $"System.Text.Json.JsonElement.Parse({Text(value.ToJsonString())})";
}
