using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HiveGen.Json;

/// <summary>How <c>[JsonColumn]</c> properties become text and come back. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonText
{
    private const string Misfit = "must be a JSON value of its property's type.";

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

    /// <summary>A value that shares nothing with this one; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static T? Copy<T>(T? value, JsonTypeInfo<T> info) => value is null ? value : Read(Write(value, info), info);

    /// <summary>The value as it will be read back, which shares nothing with this one; null stays null.</summary>
    /// <exception cref="HiveValidationException">It cannot be written as JSON and read back.</exception>
    internal static T Normalise<T>(T value, JsonTypeInfo<T> info, string model, string property)
    {
        try
        {
            return Copy(value, info)!; // null only where null was given
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException or InvalidOperationException or FormatException)
        {
            throw new HiveValidationException(model, [new FieldError(property, "cannot be written as JSON and read back: " + e.Message)]);
        }
    }

    /// <summary>Notes what keeps a value of the wire from being one of the type. Null is no matter of the type: the caller knows whether it may be.</summary>
    internal static void Check<T>(ref Violations violations, string field, JsonElement? value, JsonTypeInfo<T> info)
    {
        if (value is not { ValueKind: not JsonValueKind.Null } element)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Undefined)
        {
            violations.Add(field, "holds no JSON value.");
            return;
        }

        try
        {
            element.Deserialize(info);
        }
        catch (JsonException e)
        {
            violations.Add(field, e.Path is null or "$" ? Misfit : $"{Misfit[..^1]}; {field}{e.Path.AsSpan(1)} is not.");
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException or InvalidOperationException or NotSupportedException)
        {
            // A converter or constructor of the app's may refuse a value in its own way.
            violations.Add(field, Misfit);
        }
    }

    /// <summary>The element of a text; it belongs to nobody and needs no disposal.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonElement ReadElement(string text) => JsonElement.Parse(text);

    /// <summary>The node of a text.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonNode ReadNode(string text) => JsonNode.Parse(text)!;
}
