using System.Buffers.Binary;
using System.Text.Json;

namespace HiveGen.Adapters.Convex;

/// <summary>Convex's encoding of the values that JSON has not: 64-bit integers, bytes, and the floats that are no JSON numbers.</summary>
internal static class ConvexValues
{
    /// <summary>Writes a 64-bit integer: <c>{"$integer":"&lt;8 bytes, little-endian, in base64&gt;"}</c>.</summary>
    public static void WriteInt64(Utf8JsonWriter writer, JsonEncodedText name, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        Write(writer, name, "$integer"u8, bytes);
    }

    /// <summary>Writes bytes: <c>{"$bytes":"&lt;base64&gt;"}</c>.</summary>
    public static void WriteBytes(Utf8JsonWriter writer, JsonEncodedText name, ReadOnlySpan<byte> value) => Write(writer, name, "$bytes"u8, value);

    /// <summary>Writes a float: as a number, or <c>{"$float":…}</c> where JSON would lose it (NaN, the infinities, minus zero).</summary>
    public static void WriteDouble(Utf8JsonWriter writer, JsonEncodedText name, double value)
    {
        if (double.IsFinite(value) && (value != 0 || !double.IsNegative(value)))
        {
            writer.WriteNumber(name, value);
            return;
        }

        Span<byte> bytes = stackalloc byte[sizeof(double)];
        // One NaN, as in JavaScript.
        BinaryPrimitives.WriteInt64LittleEndian(bytes, double.IsNaN(value) ? 0x7FF8_0000_0000_0000 : BitConverter.DoubleToInt64Bits(value));
        Write(writer, name, "$float"u8, bytes);
    }

    /// <summary>Reads a 64-bit integer.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static long ReadInt64(JsonElement value)
        => value.GetProperty("$integer"u8).GetBytesFromBase64() is { Length: sizeof(long) } bytes
            ? BinaryPrimitives.ReadInt64LittleEndian(bytes)
            : throw new FormatException("An integer of Convex has 8 bytes.");

    /// <summary>Reads bytes.</summary>
    public static byte[] ReadBytes(JsonElement value) => value.GetProperty("$bytes"u8).GetBytesFromBase64();

    /// <summary>Reads a float.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static double ReadDouble(JsonElement value)
        => value.ValueKind == JsonValueKind.Number ? value.GetDouble()
            : value.GetProperty("$float"u8).GetBytesFromBase64() is { Length: sizeof(double) } bytes ? BinaryPrimitives.ReadDoubleLittleEndian(bytes)
            : throw new FormatException("A float of Convex has 8 bytes.");

    private static void Write(Utf8JsonWriter writer, JsonEncodedText name, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> bytes)
    {
        writer.WriteStartObject(name);
        writer.WriteBase64String(kind, bytes);
        writer.WriteEndObject();
    }
}
