using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>An id as <c>_id</c>: a text, a whole number, or a UUID for a Guid.</summary>
internal static class MongoId
{
    /// <summary>The subtype of a UUID.</summary>
    public const byte UuidSubtype = 4;

    private const int GuidBytes = 16;

    /// <summary>Writes an id.</summary>
    public static void Write(BsonWriter writer, ReadOnlySpan<byte> name, SyncModel model, in SqlValue id)
    {
        if (model.Fields[0].Type == SyncType.Guid)
        {
            WriteGuid(writer, name, Guid.Parse(id.Text!));
        }
        else if (id.Kind == SqlKind.Integer)
        {
            writer.Int64(name, id.Int64);
        }
        else
        {
            writer.Text(name, id.Text!);
        }
    }

    /// <summary>Reads an id.</summary>
    /// <exception cref="InvalidDataException">It is none of this model.</exception>
    public static SqlValue Read(SyncModel model, BsonValue value) => model.Fields[0].Type switch
    {
        SyncType.Guid => SqlValue.From(ReadGuid(value).ToString("D")),
        SyncType.Text => SqlValue.From(value.Text()),
        _ => SqlValue.From(value.Int64),
    };

    /// <summary>Writes a Guid.</summary>
    public static void WriteGuid(BsonWriter writer, ReadOnlySpan<byte> name, Guid value)
    {
        Span<byte> bytes = stackalloc byte[GuidBytes];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        writer.Binary(name, bytes, UuidSubtype);
    }

    /// <summary>Reads a Guid.</summary>
    public static Guid ReadGuid(BsonValue value)
        => value.Binary is { Length: GuidBytes } bytes ? new Guid(bytes, bigEndian: true) : throw BsonReader.Broken("a UUID that does not have 16 bytes");
}
