using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace HiveGen.Adapters.MongoDb;

/// <summary>
/// Writes a BSON document into an array that grows and is used again. Names are UTF-8 without NUL; inside an array they are
/// ignored, for there they are the index. Not thread-safe.
/// </summary>
internal sealed class BsonWriter
{
    private const int FirstSize = 4 * 1024;
    private const int MostIndexDigits = 10;

    private readonly Stack<Frame> open = new();
    private byte[] bytes = new byte[FirstSize];
    private int length;

    /// <summary>What was written. Valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    /// <summary>How many bytes were written so far.</summary>
    public int Length => length;

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        length = 0;
        open.Clear();
    }

    /// <summary>Begins the document itself.</summary>
    public void Begin() => Open(isArray: false);

    /// <summary>Begins an embedded document.</summary>
    public void BeginDocument(ReadOnlySpan<byte> name = default)
    {
        Name(BsonType.Document, name);
        Open(isArray: false);
    }

    /// <summary>Begins an array.</summary>
    public void BeginArray(ReadOnlySpan<byte> name = default)
    {
        Name(BsonType.Array, name);
        Open(isArray: true);
    }

    /// <summary>Ends what was begun last.</summary>
    public void End()
    {
        Reserve(1)[0] = 0;
        length++;
        int start = open.Pop().Start;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(start), length - start);
    }

    /// <summary>A text.</summary>
    public void Text(ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        Name(BsonType.String, name);
        int count = Encoding.UTF8.GetByteCount(value);
        Span<byte> space = Reserve(sizeof(int) + count + 1);
        BinaryPrimitives.WriteInt32LittleEndian(space, count + 1);
        Encoding.UTF8.GetBytes(value, space[sizeof(int)..]);
        space[sizeof(int) + count] = 0;
        length += sizeof(int) + count + 1;
    }

    /// <summary>A text in UTF-8.</summary>
    public void Text(ReadOnlySpan<byte> name, ReadOnlySpan<byte> utf8)
    {
        Name(BsonType.String, name);
        Span<byte> space = Reserve(sizeof(int) + utf8.Length + 1);
        BinaryPrimitives.WriteInt32LittleEndian(space, utf8.Length + 1);
        utf8.CopyTo(space[sizeof(int)..]);
        space[sizeof(int) + utf8.Length] = 0;
        length += sizeof(int) + utf8.Length + 1;
    }

    /// <summary>Null.</summary>
    public void Null(ReadOnlySpan<byte> name) => Name(BsonType.Null, name);

    /// <summary>A bool.</summary>
    public void Bool(ReadOnlySpan<byte> name, bool value)
    {
        Name(BsonType.Bool, name);
        Reserve(1)[0] = value ? (byte)1 : (byte)0;
        length++;
    }

    /// <summary>A whole number of 32 bits.</summary>
    public void Int32(ReadOnlySpan<byte> name, int value)
    {
        Name(BsonType.Int32, name);
        BinaryPrimitives.WriteInt32LittleEndian(Reserve(sizeof(int)), value);
        length += sizeof(int);
    }

    /// <summary>A whole number of 64 bits.</summary>
    public void Int64(ReadOnlySpan<byte> name, long value) => Write64(BsonType.Int64, name, value);

    /// <summary>A floating-point number.</summary>
    public void Double(ReadOnlySpan<byte> name, double value) => Write64(BsonType.Double, name, BitConverter.DoubleToInt64Bits(value));

    /// <summary>An instant in milliseconds since 1970.</summary>
    public void DateTime(ReadOnlySpan<byte> name, long milliseconds) => Write64(BsonType.DateTime, name, milliseconds);

    /// <summary>A decimal.</summary>
    public void Decimal128(ReadOnlySpan<byte> name, in Decimal128 value)
    {
        Name(BsonType.Decimal128, name);
        Span<byte> space = Reserve(2 * sizeof(ulong));
        BinaryPrimitives.WriteUInt64LittleEndian(space, value.Low);
        BinaryPrimitives.WriteUInt64LittleEndian(space[sizeof(ulong)..], value.High);
        length += 2 * sizeof(ulong);
    }

    /// <summary>Bytes of a subtype: 0 for bytes as such, 4 for a UUID.</summary>
    public void Binary(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, byte subtype = 0)
    {
        Name(BsonType.Binary, name);
        Span<byte> space = Reserve(sizeof(int) + 1 + value.Length);
        BinaryPrimitives.WriteInt32LittleEndian(space, value.Length);
        space[sizeof(int)] = subtype;
        value.CopyTo(space[(sizeof(int) + 1)..]);
        length += sizeof(int) + 1 + value.Length;
    }

    /// <summary>Elements that were written elsewhere, as a whole document.</summary>
    public void Document(ReadOnlySpan<byte> name, ReadOnlySpan<byte> document)
    {
        Name(BsonType.Document, name);
        document.CopyTo(Reserve(document.Length));
        length += document.Length;
    }

    private void Write64(BsonType type, ReadOnlySpan<byte> name, long bits)
    {
        Name(type, name);
        BinaryPrimitives.WriteInt64LittleEndian(Reserve(sizeof(long)), bits);
        length += sizeof(long);
    }

    private void Open(bool isArray)
    {
        open.Push(new Frame(length, isArray ? 0 : -1));
        Reserve(sizeof(int));
        length += sizeof(int);
    }

    private void Name(BsonType type, ReadOnlySpan<byte> name)
    {
        Span<byte> space = Reserve(1 + Math.Max(name.Length, MostIndexDigits) + 1);
        space[0] = (byte)type;
        int size = name.Length;
        Frame frame = open.Pop();
        if (frame.Next >= 0)
        {
            frame.Next.TryFormat(space[1..], out size, default, CultureInfo.InvariantCulture);
            frame = frame with { Next = frame.Next + 1 };
        }
        else
        {
            name.CopyTo(space[1..]);
        }

        open.Push(frame);
        space[1 + size] = 0;
        length += size + 2;
    }

    private Span<byte> Reserve(int more)
    {
        if (bytes.Length - length < more)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, checked(length + more)));
        }

        return bytes.AsSpan(length);
    }

    /// <summary>What is open.</summary>
    /// <param name="Start">Where it begins.</param>
    /// <param name="Next">The index of an array's next element; -1 for a document.</param>
    private readonly record struct Frame(int Start, int Next);
}
