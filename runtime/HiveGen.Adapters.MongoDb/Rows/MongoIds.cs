using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Looks for documents by their ids.</summary>
internal static class MongoIds
{
    /// <summary>Begins to look for the documents of some items.</summary>
    public static BsonWriter Find(SyncModel model, IReadOnlyList<SyncItem> items)
    {
        BsonWriter find = MongoFind.Begin(model.Mapping<MongoMap>().Collection);
        find.BeginDocument("filter"u8);
        BeginIn(find);
        foreach (SyncItem item in items)
        {
            MongoId.Write(find, default, model, item.Id);
        }

        EndIn(find);
        find.End();
        return find;
    }

    /// <summary>Writes a condition on <c>_id</c>, some ids.</summary>
    public static void In(BsonWriter w, SyncModel model, IReadOnlyList<SqlValue> ids)
    {
        BeginIn(w);
        foreach (SqlValue id in ids)
        {
            MongoId.Write(w, default, model, id);
        }

        EndIn(w);
    }

    private static void BeginIn(BsonWriter w)
    {
        w.BeginDocument(MongoNames.Id);
        w.BeginArray("$in"u8);
    }

    private static void EndIn(BsonWriter w)
    {
        w.End();
        w.End();
    }
}
