using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Makes ghosts of what a full load did not find in the Hive.</summary>
internal static class MongoSweep
{
    private const int Chunk = 1000;

    /// <summary>Sweeps a collection.</summary>
    /// <returns>How many documents became ghosts.</returns>
    /// <exception cref="TargetException">The target failed.</exception>
    public static async ValueTask<int> RunAsync(MongoCalls calls, SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, CancellationToken cancellationToken)
    {
        string collection = model.Mapping<MongoMap>().Collection;
        HashSet<SqlValue> kept = [.. except];
        List<SqlValue> left = [];
        MongoSource source = new(model);
        BsonWriter find = MongoFind.Begin(collection);
        find.BeginDocument("filter"u8);
        WriteOld(find, home, below);
        find.End();
        find.BeginDocument("projection"u8);
        find.Int32(MongoNames.Id, 1);
        find.End();
        await MongoFind.RunAsync(
            calls,
            collection,
            find,
            limit: 0,
            batch =>
            {
                foreach (ReadOnlyMemory<byte> document in batch)
                {
                    source.Load(document);
                    if (!kept.Contains(source.Id))
                    {
                        left.Add(source.Id);
                    }
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
        int swept = 0;
        foreach (SqlValue[] ids in left.Chunk(Chunk))
        {
            ReadOnlyMemory<byte> answer = await calls.RunAsync(Update(calls, model, home, below, ids), cancellationToken).ConfigureAwait(false);
            UpdateAnswer did = UpdateAnswer.Read(answer.Span);
            swept += did.Errors.Count == 0 ? (int)did.Modified : throw MongoErrors.Of(calls.Database, did.Errors.Values.First());
        }

        return swept;
    }

    private static ReadOnlyMemory<byte> Update(MongoCalls calls, SyncModel model, string home, long below, SqlValue[] ids)
    {
        BsonWriter w = new();
        w.Begin();
        w.Text("update"u8, model.Mapping<MongoMap>().Collection);
        w.BeginArray("updates"u8);
        w.BeginDocument();
        w.BeginDocument("q"u8);
        MongoIds.In(w, model, ids);
        WriteOld(w, home, below);
        w.End();
        w.BeginArray("u"u8);
        w.BeginDocument();
        w.BeginDocument("$replaceWith"u8);
        w.Text(MongoNames.Id, "$_id"u8);
        // One below the load's version: a record of it that is parked comes back when it is tried again.
        w.Int64(MongoNames.Version, below - 1);
        w.Bool(MongoNames.Deleted, true);
        w.Text(MongoNames.Home, "$_home"u8);
        w.Text(MongoNames.SyncedAt, "$$NOW"u8);
        w.End();
        w.End();
        w.End();
        w.Bool("multi"u8, true);
        w.End();
        w.End();
        calls.EndWrite(w);
        return w.Written;
    }

    private static void WriteOld(BsonWriter w, string home, long below)
    {
        w.Text(MongoNames.Home, home);
        w.BeginDocument(MongoNames.Version);
        w.Int64("$lt"u8, below);
        w.End();
        w.Bool(MongoNames.Deleted, false);
    }
}
