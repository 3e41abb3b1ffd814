using System.Globalization;
using System.Text;
using System.Text.Json;
using HiveGen.Adapters.MongoDb;

namespace HiveGen.Tests;

/// <summary>Canonical extended JSON to BSON and back, by the writer and the reader under test.</summary>
internal static class BsonText
{
    public static byte[] Write(JsonElement document)
    {
        BsonWriter writer = new();
        writer.Begin();
        WriteMembers(writer, document);
        writer.End();
        return writer.Written.ToArray();
    }

    public static string Read(ReadOnlySpan<byte> document)
    {
        StringBuilder text = new("{");
        for (BsonReader reader = new(document); reader.Read();)
        {
            text.Append(text.Length > 1 ? "," : "").Append(JsonSerializer.Serialize(Encoding.UTF8.GetString(reader.Name))).Append(':').Append(Read(reader.Value));
        }

        return text.Append('}').ToString();
    }

    private static string Read(BsonValue value)
    {
        switch (value.Type)
        {
            case BsonType.Document:
                return Read(value.Document);
            case BsonType.Array:
                List<string> items = [];
                for (BsonReader reader = new(value.Document); reader.Read();)
                {
                    items.Add(Read(reader.Value));
                }

                return "[" + string.Join(',', items) + "]";
            case BsonType.String:
                return JsonSerializer.Serialize(value.Text());
            case BsonType.Int32:
                return $$"""{"$numberInt":"{{value.Int64}}"}""";
            case BsonType.Int64:
                return $$"""{"$numberLong":"{{value.Int64}}"}""";
            case BsonType.Double:
                return $$"""{"$numberDouble":"{{value.Double.ToString("0.0##############", CultureInfo.InvariantCulture)}}"}""";
            case BsonType.DateTime:
                return $$$"""{"$date":{"$numberLong":"{{{value.DateTime}}}"}}""";
            case BsonType.Binary:
                return $$$"""{"$binary":{"base64":"{{{Convert.ToBase64String(value.Binary)}}}","subType":"00"}}""";
            case BsonType.Bool:
                return value.Bool ? "true" : "false";
            default:
                return "null";
        }
    }

    private static void WriteMembers(BsonWriter writer, JsonElement document)
    {
        foreach (JsonProperty member in document.EnumerateObject())
        {
            Write(writer, Encoding.UTF8.GetBytes(member.Name), member.Value);
        }
    }

    private static void Write(BsonWriter writer, ReadOnlySpan<byte> name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.EnumerateObject().Any(static member => member.Name.StartsWith("$number", StringComparison.Ordinal) || member.Name is "$date" or "$binary"):
                WriteSpecial(writer, name, value.EnumerateObject().Single());
                break;
            case JsonValueKind.Object:
                writer.BeginDocument(name);
                WriteMembers(writer, value);
                writer.End();
                break;
            case JsonValueKind.Array:
                writer.BeginArray(name);
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Write(writer, default, item);
                }

                writer.End();
                break;
            case JsonValueKind.String:
                writer.Text(name, value.GetString());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.Bool(name, value.GetBoolean());
                break;
            default:
                writer.Null(name);
                break;
        }
    }

    private static void WriteSpecial(BsonWriter writer, ReadOnlySpan<byte> name, JsonProperty special)
    {
        JsonElement value = special.Value;
        switch (special.Name)
        {
            case "$numberInt":
                writer.Int32(name, int.Parse(value.GetString()!, CultureInfo.InvariantCulture));
                break;
            case "$numberLong":
                writer.Int64(name, long.Parse(value.GetString()!, CultureInfo.InvariantCulture));
                break;
            case "$numberDouble":
                writer.Double(name, double.Parse(value.GetString()!, CultureInfo.InvariantCulture));
                break;
            case "$date":
                writer.DateTime(name, long.Parse(value.GetProperty("$numberLong").GetString()!, CultureInfo.InvariantCulture));
                break;
            default:
                writer.Binary(name, value.GetProperty("base64").GetBytesFromBase64(), Convert.ToByte(value.GetProperty("subType").GetString(), 16));
                break;
        }
    }
}
