using System.Buffers.Binary;
using System.Text;

namespace HiveGen.Adapters.MongoDb;

/// <summary>A value of a BSON element. What it is not, it refuses to be.</summary>
/// <param name="type">Its type.</param>
/// <param name="bytes">Its bytes, as long as the type asks for.</param>
internal readonly ref struct BsonValue(BsonType type, ReadOnlySpan<byte> bytes)
{
    // Well-formed texts only: what is not would change on its way back.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Its type.</summary>
    public BsonType Type => type;

    /// <summary>Whether it is null, undefined or was not found.</summary>
    public bool IsNull => type is BsonType.Null or BsonType.Undefined or default(BsonType);

    /// <summary>Whether it is a number without a fraction of up to 64 bits.</summary>
    public bool IsInteger => type is BsonType.Int32 or BsonType.Int64 || (type == BsonType.Double && double.IsInteger(Real) && Math.Abs(Real) <= 1L << 53);

    /// <summary>A document or an array.</summary>
    public ReadOnlySpan<byte> Document => type is BsonType.Document or BsonType.Array ? bytes : throw Unexpected("a document");

    /// <summary>A text in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8 => type == BsonType.String ? bytes[sizeof(int)..^1] : throw Unexpected("a text");

    /// <summary>A whole number, also one that was written as a double.</summary>
    public long Int64 => type switch
    {
        BsonType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        BsonType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        BsonType.Double when IsInteger => (long)Real,
        _ => throw Unexpected("a whole number"),
    };

    /// <summary>A floating-point number, also one that was written as a whole one.</summary>
    public double Double => type == BsonType.Double ? Real : Int64;

    /// <summary>A bool; a number other than zero is true.</summary>
    public bool Bool => type == BsonType.Bool ? bytes[0] != 0 : Double != 0;

    /// <summary>An instant in milliseconds since 1970.</summary>
    public long DateTime => type == BsonType.DateTime ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : throw Unexpected("a date");

    /// <summary>A decimal.</summary>
    public Decimal128 Decimal128 => type == BsonType.Decimal128
        ? new(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[sizeof(ulong)..]))
        : throw Unexpected("a decimal");

    /// <summary>Bytes, whatever their subtype.</summary>
    public ReadOnlySpan<byte> Binary => type == BsonType.Binary ? bytes[(sizeof(int) + 1)..] : throw Unexpected("bytes");

    private double Real => BinaryPrimitives.ReadDoubleLittleEndian(bytes);

    /// <summary>A text.</summary>
    /// <exception cref="InvalidDataException">It is none, or not well-formed UTF-8.</exception>
    public string Text()
    {
        try
        {
            return Strict.GetString(Utf8);
        }
        catch (DecoderFallbackException)
        {
            throw BsonReader.Broken("a text that is no UTF-8");
        }
    }

    private InvalidDataException Unexpected(string wanted) => new($"The server sent a BSON value of the type {type} where {wanted} was expected.");
}
