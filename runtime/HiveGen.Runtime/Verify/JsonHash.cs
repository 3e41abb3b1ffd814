using System.Text.Json;

namespace HiveGen.Targets;

/// <summary>Hashes JSON by its meaning.</summary>
internal static class JsonHash
{
    // What SQLite calls valid may nest this deep.
    private const int MaxDepth = 1000;
    private const int StackBytes = 256;

    /// <summary>The hash of a JSON text; false when it is none.</summary>
    public static bool TryOf(ReadOnlySpan<byte> utf8, out ulong hash)
    {
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            hash = reader.Read() ? Value(ref reader) : 0;
            return hash != 0 && !reader.Read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter is half a surrogate pair, written as an escape: SQLite calls that valid.
            hash = 0;
            return false;
        }
    }

    private static ulong Value(ref Utf8JsonReader reader)
    {
        RowHash hash = default;
        hash.Add((long)reader.TokenType);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                hash.Add((long)Members(ref reader));
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    hash.Add((long)Value(ref reader));
                }

                break;
            case JsonTokenType.String:
                hash.Add((long)Text(ref reader));
                break;
            case JsonTokenType.Number:
                Number(ref reader, ref hash);
                break;
        }

        return hash.Value;
    }

    // A sum, so that the order of the members does not count.
    private static ulong Members(ref Utf8JsonReader reader)
    {
        ulong sum = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            RowHash member = default;
            member.Add((long)Text(ref reader));
            reader.Read();
            member.Add((long)Value(ref reader));
            sum += member.Value;
        }

        return sum;
    }

    private static ulong Text(ref Utf8JsonReader reader)
    {
        RowHash hash = default;
        if (!reader.ValueIsEscaped)
        {
            hash.AddText(reader.ValueSpan);
            return hash.Value;
        }

        int length = reader.ValueSpan.Length;
        Span<byte> buffer = length <= StackBytes ? stackalloc byte[StackBytes] : new byte[length];
        hash.AddText(buffer[..reader.CopyString(buffer)]);
        return hash.Value;
    }

    // 1, 1.0 and 1e0 are one number. A decimal tells apart what a double cannot, and a double what a decimal rounds to zero.
    private static void Number(ref Utf8JsonReader reader, ref RowHash hash)
    {
        hash.Add(reader.TryGetDouble(out double real) ? real : 0);
        if (reader.TryGetDecimal(out decimal exact))
        {
            Span<int> bits = stackalloc int[4];
            decimal.GetBits(exact / 1.000000000000000000000000000m, bits);
            foreach (int word in bits)
            {
                hash.Add(word);
            }
        }
    }
}
