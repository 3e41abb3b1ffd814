using System.Buffers.Binary;

namespace HiveGen.Adapters.MongoDb;

/// <summary>
/// Reads the elements of a BSON document one after the other. Every length is checked against what is there, so that a broken or
/// hostile document ends in an <see cref="InvalidDataException"/> and nothing else.
/// </summary>
internal ref struct BsonReader
{
    private const int Smallest = 5;

    private readonly ReadOnlySpan<byte> document;
    private int position = sizeof(int);

    /// <summary>The elements of a document or an array.</summary>
    /// <exception cref="InvalidDataException">It is not as long as it says.</exception>
    public BsonReader(ReadOnlySpan<byte> document)
    {
        if (document.Length < Smallest || BinaryPrimitives.ReadInt32LittleEndian(document) != document.Length || document[^1] != 0)
        {
            throw Broken("a document that is not as long as it says");
        }

        this.document = document;
    }

    /// <summary>The name of the element.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The value of the element.</summary>
    public BsonValue Value { get; private set; }

    /// <summary>Where the value's bytes begin in the document.</summary>
    public int ValueStart { get; private set; }

    /// <summary>How many bytes the value has.</summary>
    public int ValueLength { get; private set; }

    /// <summary>Goes to the next element.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">The document is broken.</exception>
    public bool Read()
    {
        int end = document.Length - 1;
        if (position == end)
        {
            return false;
        }

        BsonType type = (BsonType)document[position];
        ReadOnlySpan<byte> rest = document[(position + 1)..end];
        int name = rest.IndexOf((byte)0);
        if (name < 0)
        {
            throw Broken("a name without an end");
        }

        Name = rest[..name];
        rest = rest[(name + 1)..];
        int size = SizeOf(type, rest);
        if (size < 0 || size > rest.Length)
        {
            throw Broken("a value that is longer than its document");
        }

        Value = new BsonValue(type, rest[..size]);
        ValueStart = position + 1 + name + 1;
        ValueLength = size;
        position = ValueStart + size;
        return true;
    }

    /// <summary>Looks an element up by its name.</summary>
    /// <exception cref="InvalidDataException">The document is broken.</exception>
    public static bool TryFind(ReadOnlySpan<byte> document, ReadOnlySpan<byte> name, out BsonValue value)
    {
        BsonReader reader = new(document);
        while (reader.Read())
        {
            if (reader.Name.SequenceEqual(name))
            {
                value = reader.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>What is told of a broken document.</summary>
    public static InvalidDataException Broken(string what) => new($"The server sent BSON that is broken: {what}.");

    private static int SizeOf(BsonType type, ReadOnlySpan<byte> rest) => type switch
    {
        BsonType.Null or BsonType.Undefined or BsonType.MinKey or BsonType.MaxKey => 0,
        BsonType.Bool => 1,
        BsonType.Int32 => sizeof(int),
        BsonType.Double or BsonType.DateTime or BsonType.Int64 or BsonType.Timestamp => sizeof(long),
        BsonType.ObjectId => 12,
        BsonType.Decimal128 => 16,
        BsonType.String or BsonType.Code or BsonType.Symbol => Sum(Length(rest, least: 1), sizeof(int)),
        BsonType.Document or BsonType.Array or BsonType.CodeWithScope => Length(rest, Smallest),
        BsonType.Binary => Sum(Length(rest, least: 0), sizeof(int) + 1),
        BsonType.Pointer => Sum(Length(rest, least: 1), sizeof(int) + 12),
        BsonType.Regex => Texts(rest),
        _ => throw Broken($"the type 0x{(byte)type:X2}"),
    };

    // A length that does not fit is negative: the caller tells.
    private static int Length(ReadOnlySpan<byte> rest, int least)
    {
        int length = rest.Length < sizeof(int) ? -1 : BinaryPrimitives.ReadInt32LittleEndian(rest);
        return length < least || length > rest.Length ? -1 : length;
    }

    private static int Sum(int length, int more) => length < 0 ? -1 : length + more;

    private static int Texts(ReadOnlySpan<byte> rest)
    {
        int first = rest.IndexOf((byte)0);
        int second = first < 0 ? -1 : rest[(first + 1)..].IndexOf((byte)0);
        return second < 0 ? -1 : first + 1 + second + 1;
    }
}
