using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>What is read from the recording again and again.</summary>
internal static class Json
{
    public static JsonObject Object(this JsonNode? node, string name) => node?[name] as JsonObject ?? [];

    public static JsonArray Array(this JsonNode? node, string name) => node?[name] as JsonArray ?? [];

    public static string Text(this JsonNode? node, string name) => node![name]!.GetValue<string>();

    public static string? TextOrNull(this JsonNode? node, string name) => node?[name]?.GetValue<string>();

    public static bool Flag(this JsonNode? node, string name) => node![name]?.GetValue<bool>() is true;

    public static bool IsText(this JsonNode? node) => node is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String;
}
