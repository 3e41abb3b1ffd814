using System.Text;
using System.Text.Json;

namespace HiveGen.Adapters.Firestore;

/// <summary>The size of a document as Firestore reckons it: names and values, each with a byte or eight of its own.</summary>
internal static class FirestoreSize
{
    private const int PerName = 16;
    private const int PerDocument = 32;
    private const int Number = 8;

    /// <summary>The size of the document in a write.</summary>
    /// <param name="write">The write as JSON.</param>
    /// <param name="name">The document's name.</param>
    /// <param name="longest">The bytes of its longest text or blob.</param>
    public static int Of(ReadOnlySpan<byte> write, string name, out int longest)
    {
        int size = PerName + Encoding.UTF8.GetByteCount(name) + PerDocument;
        longest = 0;
        Utf8JsonReader reader = new(write);
        while (reader.Read() && !(reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("fields"u8)))
        {
        }

        int depth = reader.CurrentDepth;
        reader.Read();
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                size += PropertySize(ref reader, ref longest);
            }
        }

        return size;
    }

    // A kind of value is the last name before the value; any other is a field's.
    private static int PropertySize(ref Utf8JsonReader reader, ref int longest)
    {
        bool text = reader.ValueTextEquals("stringValue"u8);
        bool bytes = reader.ValueTextEquals("bytesValue"u8);
        if (text || bytes)
        {
            reader.Read();
            int length = bytes ? reader.ValueSpan.Length / 4 * 3 : Utf8Length(ref reader);
            longest = Math.Max(longest, length);
            return length + 1;
        }

        return reader.ValueTextEquals("integerValue"u8) || reader.ValueTextEquals("doubleValue"u8) || reader.ValueTextEquals("timestampValue"u8) ? Number
            : reader.ValueTextEquals("booleanValue"u8) || reader.ValueTextEquals("nullValue"u8) ? 1
            : reader.ValueTextEquals("mapValue"u8) || reader.ValueTextEquals("arrayValue"u8) || reader.ValueTextEquals("fields"u8) || reader.ValueTextEquals("values"u8) ? 0
            : reader.ValueSpan.Length + 1;
    }

    private static int Utf8Length(ref Utf8JsonReader reader) => reader.ValueIsEscaped ? Encoding.UTF8.GetByteCount(reader.GetString()!) : reader.ValueSpan.Length;
}
