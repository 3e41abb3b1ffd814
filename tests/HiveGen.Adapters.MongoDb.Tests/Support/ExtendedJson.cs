using System.Globalization;
using System.Text;
using System.Text.Json;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>Reads what the official bson package says of stored documents (canonical extended JSON).</summary>
internal static class ExtendedJson
{
    private const long MicrosPerMilli = 1000;

    public static StoredRow Row(SyncModel model, JsonElement document)
    {
        object?[] values = [.. model.Fields.Select((field, index) => Value(document, field, index == 0 ? "_id" : field.Name))];
        string id = Convert.ToString(values[0], CultureInfo.InvariantCulture)!;
        return new StoredRow(id, Int64(document.GetProperty("_version")), document.GetProperty("_deleted").GetBoolean(), document.GetProperty("_home").GetString()!, values);
    }

    private static object? Value(JsonElement document, SyncField field, string name)
    {
        if (!document.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return field.Type switch
        {
            SyncType.Bool => value.GetBoolean(),
            SyncType.Int32 or SyncType.Int64 or SyncType.Time or SyncType.Duration => Int64(value),
            SyncType.Double => Number(value),
            SyncType.Decimal => decimal.Parse(value.GetProperty("$numberDecimal").GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture),
            SyncType.Timestamp => (Int64(value.GetProperty("$date")) * MicrosPerMilli)
                + (document.TryGetProperty("_micros", out JsonElement micros) && micros.TryGetProperty(name, out JsonElement rest) ? Int64(rest) : 0),
            SyncType.Date => DateOnly.ParseExact(value.GetString()!, "O", CultureInfo.InvariantCulture),
            SyncType.Guid => new Guid(Bytes(value, "04"), bigEndian: true),
            SyncType.Blob => Bytes(value, "00"),
            SyncType.Json => Json(value),
            _ => value.GetString(),
        };
    }

    private static byte[] Bytes(JsonElement value, string subtype)
    {
        JsonElement binary = value.GetProperty("$binary");
        Assert.Equal(subtype, binary.GetProperty("subType").GetString());
        return binary.GetProperty("base64").GetBytesFromBase64();
    }

    private static long Int64(JsonElement value) => long.Parse(value.EnumerateObject().Single().Value.GetString()!, CultureInfo.InvariantCulture);

    private static double Number(JsonElement value) => double.Parse(value.EnumerateObject().Single().Value.GetString()!, CultureInfo.InvariantCulture);

    private static string Json(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("_json", out JsonElement text))
        {
            return text.GetString()!;
        }

        StringBuilder json = new();
        Write(json, value);
        return json.ToString();
    }

    private static void Write(StringBuilder json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.EnumerateObject().Any(static member => member.Name.StartsWith("$number", StringComparison.Ordinal)):
                json.Append(value.EnumerateObject().Single().Value.GetString());
                break;
            case JsonValueKind.Object:
                json.Append('{').AppendJoin(',', value.EnumerateObject().Select(static member =>
                {
                    StringBuilder inner = new(JsonSerializer.Serialize(member.Name) + ":");
                    Write(inner, member.Value);
                    return inner.ToString();
                })).Append('}');
                break;
            case JsonValueKind.Array:
                json.Append('[').AppendJoin(',', value.EnumerateArray().Select(static item =>
                {
                    StringBuilder inner = new();
                    Write(inner, item);
                    return inner.ToString();
                })).Append(']');
                break;
            default:
                json.Append(value.GetRawText());
                break;
        }
    }
}
