using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>
/// The statements of an update command. Their pipelines decide at the server, in one step, whether what is stored gives way, and
/// <c>$literal</c> keeps values that look like expressions from being ones.
/// </summary>
internal static class MongoUpdate
{
    /// <summary>
    /// Writes a document over what is older and of its home, or where nothing is. The server runs it anew by itself when
    /// somebody else writes the same <c>_id</c> at that moment.
    /// </summary>
    public static void Guarded(BsonWriter w, in SyncItem item, ReadOnlySpan<byte> document, long version)
    {
        w.BeginDocument();
        w.BeginDocument("q"u8);
        MongoId.Write(w, MongoNames.Id, item.Model, item.Id);
        w.End();
        w.BeginArray("u"u8);
        w.BeginDocument();
        w.BeginDocument("$replaceWith"u8);
        w.BeginArray("$cond"u8);
        Guard(w, item.Home, version);
        MergeObjects(w, document);
        w.Text(default, "$$ROOT"u8);
        w.End();
        w.End();
        w.End();
        w.End();
        w.Bool("upsert"u8, true);
        w.End();
    }

    private static void Guard(BsonWriter w, string home, long version)
    {
        w.BeginDocument();
        w.BeginArray("$and"u8);
        w.BeginDocument();
        w.BeginArray("$lt"u8);
        w.BeginDocument();
        w.BeginArray("$ifNull"u8);
        w.Text(default, "$_version"u8);
        w.Int64(default, -1);
        w.End();
        w.End();
        w.Int64(default, version);
        w.End();
        w.End();
        w.BeginDocument();
        w.BeginArray("$eq"u8);
        w.BeginDocument();
        w.BeginArray("$ifNull"u8);
        w.Text(default, "$_home"u8);
        Literal(w, home);
        w.End();
        w.End();
        Literal(w, home);
        w.End();
        w.End();
        w.End();
        w.End();
    }

    private static void MergeObjects(BsonWriter w, ReadOnlySpan<byte> document)
    {
        w.BeginDocument();
        w.BeginArray("$mergeObjects"u8);
        w.BeginDocument();
        w.Document("$literal"u8, document);
        w.End();
        w.BeginDocument();
        w.Text(MongoNames.SyncedAt, "$$NOW"u8);
        w.End();
        w.End();
        w.End();
    }

    private static void Literal(BsonWriter w, string text)
    {
        w.BeginDocument();
        w.Text("$literal"u8, text);
        w.End();
    }
}
