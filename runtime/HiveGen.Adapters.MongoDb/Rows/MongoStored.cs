using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Reads what is stored of some items.</summary>
internal static class MongoStored
{
    /// <summary>The stored documents of items of one model, by id.</summary>
    /// <param name="calls">The database.</param>
    /// <param name="items">The items.</param>
    /// <param name="withRecords">Whether their fields are wanted, too.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TargetException">The target failed.</exception>
    public static async ValueTask<Dictionary<SqlValue, TargetRow>> ReadAsync(MongoCalls calls, IReadOnlyList<SyncItem> items, bool withRecords, CancellationToken cancellationToken)
    {
        SyncModel model = items[0].Model;
        BsonWriter find = MongoIds.Find(model, items);
        if (!withRecords)
        {
            find.BeginDocument("projection"u8);
            find.Int32(MongoNames.Version, 1);
            find.Int32(MongoNames.Deleted, 1);
            find.Int32(MongoNames.Home, 1);
            find.End();
        }

        MongoSource source = new(model);
        Dictionary<SqlValue, TargetRow> found = new(items.Count);
        await MongoFind.RunAsync(
            calls,
            model.Mapping<MongoMap>().Collection,
            find,
            limit: 0,
            batch =>
            {
                foreach (ReadOnlyMemory<byte> document in batch)
                {
                    source.Load(document);
                    found[source.Id] = new TargetRow(source.Version, source.Deleted, source.Home, withRecords && !source.Deleted ? model.Read(source) : null);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return found;
    }
}
