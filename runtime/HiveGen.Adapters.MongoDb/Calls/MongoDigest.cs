using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Reads the documents of a home for a comparison with the Hive, batch by batch.</summary>
internal static class MongoDigest
{
    private const int IdsAtOnce = 1000;

    /// <summary>Every document as a digest a bucket.</summary>
    public static async ValueTask<IReadOnlyList<BucketDigest>> CountAsync(MongoCalls calls, SyncModel model, string home, int buckets, CancellationToken cancellationToken)
    {
        BucketTally tally = new(buckets);
        await ScanAsync(
            calls,
            model,
            OfHome(model, home, []),
            (row, idHash) =>
            {
                tally.Add(row, idHash);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return tally.Digests;
    }

    /// <summary>The documents of some buckets.</summary>
    /// <exception cref="TargetException">There are more than <paramref name="limit"/>.</exception>
    public static async ValueTask<List<RowDigest>> ReadBucketsAsync(MongoCalls calls, SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
    {
        BucketRows found = new(model, buckets, wanted, limit);
        await ScanAsync(calls, model, OfHome(model, home, []), found.TryAdd, cancellationToken).ConfigureAwait(false);
        return found.ToList();
    }

    /// <summary>The documents of some ids.</summary>
    public static async ValueTask<List<RowDigest>> ReadRowsAsync(MongoCalls calls, SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
    {
        List<RowDigest> found = [];
        foreach (SqlValue[] some in ids.Chunk(IdsAtOnce))
        {
            await ScanAsync(
                calls,
                model,
                OfHome(model, home, some),
                (row, _) =>
                {
                    found.Add(row);
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
        }

        return found;
    }

    private static BsonWriter OfHome(SyncModel model, string home, SqlValue[] ids)
    {
        BsonWriter find = MongoFind.Begin(model.Mapping<MongoMap>().Collection);
        find.BeginDocument("filter"u8);
        if (ids.Length > 0)
        {
            MongoIds.In(find, model, ids);
        }

        find.Text(MongoNames.Home, home);
        find.End();
        return find;
    }

    private static ValueTask ScanAsync(MongoCalls calls, SyncModel model, BsonWriter find, Func<RowDigest, ulong, bool> each, CancellationToken cancellationToken)
    {
        MongoSource source = new(model);
        return MongoFind.RunAsync(
            calls,
            model.Mapping<MongoMap>().Collection,
            find,
            limit: 0,
            batch =>
            {
                foreach (ReadOnlyMemory<byte> document in batch)
                {
                    source.Load(document);
                    RowDigest row = new(source.Id, source.Version, source.Deleted, RowScan.HashForeign(model, source, source.Id, out ulong idHash));
                    if (!each(row, idHash))
                    {
                        return false;
                    }
                }

                return true;
            },
            cancellationToken);
    }
}
