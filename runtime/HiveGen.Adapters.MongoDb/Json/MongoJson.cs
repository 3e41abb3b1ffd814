using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using HiveGen.Json;

namespace HiveGen.Adapters.MongoDb;

/// <summary>
/// A JSON value as BSON, so that it can be queried. What BSON would change (numbers of many digits, names that mean something to
/// MongoDB, names that come twice, halves of characters, deep nesting) is kept as <c>{ _json: text }</c> instead.
/// </summary>
internal static class MongoJson
{
    private const int MaxDepth = 64; // MongoDB takes a hundred levels, of which the command has some

    /// <summary>The name under which a value is kept as text.</summary>
    public static ReadOnlySpan<byte> TextName => "_json"u8;

    /// <summary>Writes a value.</summary>
    public static void Write(BsonWriter writer, ReadOnlySpan<byte> name, JsonElement value)
    {
        // At the top, null would be no value at all.
        if (value.ValueKind != JsonValueKind.Null && Fits(value))
        {
            WriteValue(writer, name, value);
            return;
        }

        writer.BeginDocument(name);
        writer.Text(TextName, JsonMarshal.GetRawUtf8Value(value));
        writer.End();
    }

    private static void WriteValue(BsonWriter writer, ReadOnlySpan<byte> name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.BeginDocument(name);
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    WriteValue(writer, Encoding.UTF8.GetBytes(member.Name), member.Value);
                }

                writer.End();
                break;
            case JsonValueKind.Array:
                writer.BeginArray(name);
                foreach (JsonElement item in value.EnumerateArray())
                {
                    WriteValue(writer, default, item);
                }

                writer.End();
                break;
            case JsonValueKind.String:
                writer.Text(name, value.GetString()!);
                break;
            case JsonValueKind.Number when value.TryGetInt64(out long whole):
                writer.Int64(name, whole);
                break;
            case JsonValueKind.Number:
                writer.Double(name, value.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.Bool(name, value.ValueKind == JsonValueKind.True);
                break;
            default:
                writer.Null(name);
                break;
        }
    }

    private static bool Fits(JsonElement value)
    {
        try
        {
            return Fits(value, 0);
        }
        catch (InvalidOperationException)
        {
            return false; // half a surrogate pair, written as an escape: that is valid JSON, and no UTF-8
        }
    }

    private static bool Fits(JsonElement value, int depth) => depth < MaxDepth && value.ValueKind switch
    {
        JsonValueKind.Object => Members(value, depth),
        JsonValueKind.Array => Items(value, depth),
        JsonValueKind.String => !JsonMarshal.GetRawUtf8Value(value).Contains((byte)'\\') || value.GetString() is not null,
        JsonValueKind.Number => JsonNumbers.IsExact(value),
        _ => true,
    };

    private static bool Items(JsonElement array, int depth)
    {
        foreach (JsonElement item in array.EnumerateArray())
        {
            if (!Fits(item, depth + 1))
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
            if (!names.Add(member.Name) || member.Name is "" or "_json" || member.Name[0] == '$' || member.Name.AsSpan().ContainsAny('.', '\0') || !Fits(member.Value, depth + 1))
            {
                return false;
            }
        }

        return true;
    }
}
