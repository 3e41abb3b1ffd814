using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HiveGen.Json;

/// <summary>How <c>[Json]</c> properties become text and come back. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonText
{
    /// <summary>The metadata of a type, from the app's own context.</summary>
    /// <exception cref="HiveException">The context does not know the type.</exception>
    public static JsonTypeInfo<T> Info<T>(JsonSerializerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (JsonTypeInfo<T>)(context.GetTypeInfo(typeof(T))
            ?? throw new HiveException($"{context.GetType().Name} does not know {typeof(T).Name}: add [JsonSerializable(typeof({typeof(T).Name}))] to it."));
    }

    /// <summary>The text of a value.</summary>
    public static string Write<T>(T value, JsonTypeInfo<T> info) => JsonSerializer.Serialize(value, info);

    /// <summary>The text of an element, as it was given.</summary>
    public static string Write(JsonElement value) => value.GetRawText();

    /// <summary>The text of a node.</summary>
    public static string Write(JsonNode value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.ToJsonString();
    }

    /// <summary>The value of a text.</summary>
    /// <exception cref="JsonException">The text is no value of the type.</exception>
    public static T Read<T>(string text, JsonTypeInfo<T> info) => JsonSerializer.Deserialize(text, info)!;

    /// <summary>The element of a text; it belongs to nobody and needs no disposal.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonElement ReadElement(string text) => JsonElement.Parse(text);

    /// <summary>The node of a text.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonNode ReadNode(string text) => JsonNode.Parse(text)!;
}
