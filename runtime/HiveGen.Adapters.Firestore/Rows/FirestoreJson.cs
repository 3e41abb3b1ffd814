using System.Runtime.InteropServices;
using System.Text.Json;
using HiveGen.Json;

namespace HiveGen.Adapters.Firestore;

/// <summary>
/// A JSON value as Firestore's, so that it can be queried. What Firestore would change or refuse (numbers of many digits, an array
/// in an array, reserved names, halves of characters, deep nesting) is kept as a map with the text under <c>_json</c> instead.
/// </summary>
internal static class FirestoreJson
{
    private const int MaxDepth = 18; // of twenty, with the document and the field itself
    private const string TextName = "_json";

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        // At the top, null would be no value at all.
        if (value.ValueKind != JsonValueKind.Null && Fits(value))
        {
            WriteValue(writer, value);
            return;
        }

        writer.WriteStartObject();
        writer.WriteStartObject("mapValue"u8);
        writer.WriteStartObject("fields"u8);
        writer.WriteStartObject(TextName);
        writer.WriteString("stringValue"u8, JsonMarshal.GetRawUtf8Value(value));
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonElement value)
    {
        writer.WriteStartObject();
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject("mapValue"u8);
                writer.WriteStartObject("fields"u8);
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    WriteValue(writer, member.Value);
                }

                writer.WriteEndObject();
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartObject("arrayValue"u8);
                writer.WriteStartArray("values"u8);
                foreach (JsonElement item in value.EnumerateArray())
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            case JsonValueKind.String:
                writer.WriteString("stringValue"u8, value.GetString());
                break;
            case JsonValueKind.Number when value.TryGetInt64(out long whole):
                writer.WriteString("integerValue"u8, whole.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.Number:
                writer.WriteNumber("doubleValue"u8, value.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteBoolean("booleanValue"u8, value.ValueKind == JsonValueKind.True);
                break;
            default:
                writer.WriteNull("nullValue"u8);
                break;
        }

        writer.WriteEndObject();
    }

    private static bool Fits(JsonElement value)
    {
        try
        {
            return Fits(value, 0, inArray: false);
        }
        catch (InvalidOperationException)
        {
            return false; // half a surrogate pair, written as an escape: that is valid JSON, and no UTF-8
        }
    }

    private static bool Fits(JsonElement value, int depth, bool inArray) => depth < MaxDepth && value.ValueKind switch
    {
        JsonValueKind.Object => Members(value, depth),
        JsonValueKind.Array => !inArray && Items(value, depth),
        JsonValueKind.String => !JsonMarshal.GetRawUtf8Value(value).Contains((byte)'\\') || value.GetString() is not null,
        JsonValueKind.Number => JsonNumbers.IsExact(value),
        _ => true,
    };

    private static bool Items(JsonElement array, int depth)
    {
        foreach (JsonElement item in array.EnumerateArray())
        {
            if (!Fits(item, depth + 1, inArray: true))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Members(JsonElement document, int depth)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (JsonProperty member in document.EnumerateObject())
        {
            if (!names.Add(member.Name) || member.Name is "" or TextName || FirestoreNames.IsReserved(member.Name) || member.Name.Length > FirestoreNames.MaxIdBytes / 4
                || !Fits(member.Value, depth + 1, inArray: false))
            {
                return false;
            }
        }

        return true;
    }
}
