using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Writes the documents of items: records with every field, ghosts with none.</summary>
internal sealed class MongoDocument
{
    /// <summary>The largest document, less what the server adds to it (<c>_syncedAt</c>).</summary>
    public const int MaxSize = (16 * 1024 * 1024) - 64;

    private readonly BsonWriter writer = new();
    private readonly MongoSink sink;

    public MongoDocument() => sink = new MongoSink(writer);

    /// <summary>The document of a record, or of its ghost. Valid until the next.</summary>
    public ReadOnlySpan<byte> Write(in SyncItem item, SyncRecord? record, long version)
    {
        writer.Clear();
        writer.Begin();
        MongoId.Write(writer, MongoNames.Id, item.Model, item.Id);
        if (record is not null)
        {
            sink.Write(item.Model, record);
        }

        writer.Int64(MongoNames.Version, version);
        writer.Bool(MongoNames.Deleted, record is null);
        writer.Text(MongoNames.Home, item.Home);
        writer.End();
        return writer.Written.Span;
    }
}
