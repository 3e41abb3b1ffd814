using System.Buffers;
using System.Text.Json;

namespace HiveGen.Adapters.MongoDb;

/// <summary>A BSON value as the JSON it was made of.</summary>
internal static class MongoJsonText
{
    private const int MaxDepth = 1000;

    /// <summary>Reads a value.</summary>
    /// <exception cref="InvalidDataException">It is none that <see cref="MongoJson"/> writes.</exception>
    public static JsonElement Read(BsonValue value)
    {
        try
        {
            if (value.Type == BsonType.Document && BsonReader.TryFind(value.Document, MongoJson.TextName, out BsonValue text))
            {
                return Parse(text.Utf8);
            }

            ArrayBufferWriter<byte> buffer = new();
            using Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { SkipValidation = true });
            Write(writer, value, 0);
            writer.Flush();
            return Parse(buffer.WrittenSpan);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }

    private static void Write(Utf8JsonWriter writer, BsonValue value, int depth)
    {
        switch (value.Type)
        {
            case BsonType.Document when depth < MaxDepth:
                writer.WriteStartObject();
                for (BsonReader members = new(value.Document); members.Read();)
                {
                    writer.WritePropertyName(members.Name);
                    Write(writer, members.Value, depth + 1);
                }

                writer.WriteEndObject();
                break;
            case BsonType.Array when depth < MaxDepth:
                writer.WriteStartArray();
                for (BsonReader items = new(value.Document); items.Read();)
                {
                    Write(writer, items.Value, depth + 1);
                }

                writer.WriteEndArray();
                break;
            case BsonType.String:
                writer.WriteStringValue(value.Utf8);
                break;
            case BsonType.Int32 or BsonType.Int64:
                writer.WriteNumberValue(value.Int64);
                break;
            case BsonType.Double when double.IsFinite(value.Double):
                writer.WriteNumberValue(value.Double);
                break;
            case BsonType.Bool:
                writer.WriteBooleanValue(value.Bool);
                break;
            case BsonType.Null:
                writer.WriteNullValue();
                break;
            default:
                throw new InvalidDataException($"A BSON value of the type {value.Type} is no JSON.");
        }
    }
}
