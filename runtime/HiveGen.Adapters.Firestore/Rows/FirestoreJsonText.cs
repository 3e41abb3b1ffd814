using System.Buffers;
using System.Text.Json;

namespace HiveGen.Adapters.Firestore;

/// <summary>A value of Firestore as the JSON it was made of.</summary>
internal static class FirestoreJsonText
{
    /// <summary>Reads a value.</summary>
    /// <exception cref="InvalidDataException">It is none that <see cref="FirestoreJson"/> writes.</exception>
    public static JsonElement Read(JsonElement value)
    {
        if (value.TryGetProperty("mapValue"u8, out JsonElement map) && map.TryGetProperty("fields"u8, out JsonElement fields) && fields.TryGetProperty("_json"u8, out JsonElement text))
        {
            return Json.JsonText.ReadElement(FirestoreValues.Text(text));
        }

        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { SkipValidation = true });
        Write(writer, value);
        writer.Flush();
        Utf8JsonReader reader = new(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        JsonProperty kind = value.EnumerateObject().First();
        switch (kind.Name)
        {
            case "mapValue":
                writer.WriteStartObject();
                if (kind.Value.TryGetProperty("fields"u8, out JsonElement fields))
                {
                    foreach (JsonProperty member in fields.EnumerateObject())
                    {
                        writer.WritePropertyName(member.Name);
                        Write(writer, member.Value);
                    }
                }

                writer.WriteEndObject();
                break;
            case "arrayValue":
                writer.WriteStartArray();
                if (kind.Value.TryGetProperty("values"u8, out JsonElement items))
                {
                    foreach (JsonElement item in items.EnumerateArray())
                    {
                        Write(writer, item);
                    }
                }

                writer.WriteEndArray();
                break;
            case "stringValue":
                writer.WriteStringValue(kind.Value.GetString());
                break;
            case "integerValue":
                writer.WriteNumberValue(FirestoreValues.Int64(value));
                break;
            case "doubleValue":
                writer.WriteNumberValue(FirestoreValues.Double(value));
                break;
            case "booleanValue":
                writer.WriteBooleanValue(kind.Value.GetBoolean());
                break;
            case "nullValue":
                writer.WriteNullValue();
                break;
            default:
                throw new InvalidDataException($"A {kind.Name} is no JSON.");
        }
    }
}
