using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace HiveGen.Queries;

/// <summary>A place in an order: the values of its columns at a record, which may itself belong to the page (inclusive) or not.</summary>
/// <param name="Values">One value a column of the order.</param>
/// <param name="Inclusive">Whether the page includes the record at this place.</param>
internal readonly record struct Cursor(SqlValue[] Values, bool Inclusive)
{
    private const int HeadLength = 9; // the hash and one byte of flags

    /// <summary>The cursor as text for URLs: a hash over order and content, flags, then each value with its kind.</summary>
    public string Encode(string table, ReadOnlySpan<OrderTerm> order)
    {
        using MemoryStream bytes = new();
        using (BinaryWriter writer = new(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(0L);
            writer.Write(Inclusive);
            foreach (SqlValue value in Values)
            {
                Write(writer, value);
            }
        }

        Span<byte> all = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(all, Hash(table, order, all[8..]));
        return Base64Url.EncodeToString(all);
    }

    /// <summary>The place a text names.</summary>
    /// <exception cref="HiveCursorException">It is no cursor, or one of another model or order.</exception>
    public static Cursor Decode(string text, string table, ReadOnlySpan<OrderTerm> order)
    {
        byte[] all;
        try
        {
            all = Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            throw Refused();
        }

        if (all.Length < HeadLength || BinaryPrimitives.ReadUInt64LittleEndian(all) != Hash(table, order, all.AsSpan(8)))
        {
            throw Refused();
        }

        using BinaryReader reader = new(new MemoryStream(all, 8, all.Length - 8), Encoding.UTF8);
        try
        {
            bool inclusive = reader.ReadBoolean();
            SqlValue[] values = new SqlValue[order.Length];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = Read(reader);
            }

            return reader.BaseStream.Position == reader.BaseStream.Length ? new Cursor(values, inclusive) : throw Refused();
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException)
        {
            throw Refused(); // the hash is no secret, so a made-up cursor can come this far
        }
    }

    private static HiveCursorException Refused() => new("The cursor is not one of this query: it is damaged, or it was made for another model or another order. Start again at the first page.");

    private static void Write(BinaryWriter writer, in SqlValue value)
    {
        writer.Write((byte)value.Kind);
        switch (value.Kind)
        {
            case SqlKind.Integer:
                writer.Write7BitEncodedInt64(value.Int64);
                break;
            case SqlKind.Real:
                writer.Write(value.Double);
                break;
            case SqlKind.Text:
                writer.Write(value.Text!);
                break;
            case SqlKind.Blob:
                writer.Write7BitEncodedInt(value.Blob!.Length);
                writer.Write(value.Blob);
                break;
        }
    }

    private static SqlValue Read(BinaryReader reader) => (SqlKind)reader.ReadByte() switch
    {
        SqlKind.Null => SqlValue.Null,
        SqlKind.Integer => SqlValue.From(reader.Read7BitEncodedInt64()),
        SqlKind.Real => SqlValue.From(reader.ReadDouble()),
        SqlKind.Text => SqlValue.From(reader.ReadString()),
        SqlKind.Blob => SqlValue.From(ReadBlob(reader)),
        _ => throw new FormatException(),
    };

    private static byte[] ReadBlob(BinaryReader reader)
    {
        int length = reader.Read7BitEncodedInt();
        return length <= reader.BaseStream.Length - reader.BaseStream.Position ? reader.ReadBytes(length) : throw new EndOfStreamException();
    }

    // FNV-1a: it finds mistakes, and keeps nobody from making up a cursor, which shows no more than an order would.
    private static ulong Hash(string table, ReadOnlySpan<OrderTerm> order, ReadOnlySpan<byte> content)
    {
        ulong hash = Mix(14695981039346656037, table);
        foreach (OrderTerm term in order)
        {
            hash = Mix(hash, term.Column);
            hash = (hash ^ (term.Descending ? 2u : 1u)) * 1099511628211;
        }

        foreach (byte b in content)
        {
            hash = (hash ^ b) * 1099511628211;
        }

        return hash;
    }

    private static ulong Mix(ulong hash, string name)
    {
        foreach (char c in name)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return (hash ^ 0xFFFF) * 1099511628211; // ends the name, so that two names never run together
    }
}
