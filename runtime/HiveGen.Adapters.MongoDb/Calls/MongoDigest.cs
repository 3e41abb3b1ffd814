using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Reads the documents of a home for a comparison with the Hive, batch by batch.</summary>
internal static class MongoDigest
{
    private const int IdsAtOnce = 1000;
    private const ulong Unreadable = ulong.MaxValue;

    /// <summary>Every document as a digest a bucket.</summary>
    public static async ValueTask<BucketDigest[]> CountAsync(MongoCalls calls, SyncModel model, string home, int buckets, CancellationToken cancellationToken)
    {
        BucketDigest[] digests = new BucketDigest[buckets];
        Array.Fill(digests, BucketDigest.Empty);
        await ScanAsync(
            calls,
            model,
            OfHome(model, home, []),
            (row, idHash) =>
            {
                int bucket = RowHash.Bucket(idHash, buckets);
                digests[bucket] = digests[bucket].With(row);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return digests;
    }

    /// <summary>The documents of some buckets.</summary>
    /// <exception cref="TargetException">There are more than <paramref name="limit"/>.</exception>
    public static async ValueTask<List<RowDigest>> ReadBucketsAsync(MongoCalls calls, SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
    {
        List<RowDigest> found = [];
        bool tooMany = false;
        await ScanAsync(
            calls,
            model,
            OfHome(model, home, []),
            (row, idHash) =>
            {
                if (wanted.Contains(RowHash.Bucket(idHash, buckets)))
                {
                    tooMany |= found.Count == limit;
                    found.Add(row);
                }

                return !tooMany;
            },
            cancellationToken).ConfigureAwait(false);
        return tooMany
            ? throw new TargetException(TargetFailure.TooLarge, $"The buckets that were asked for hold more than {limit} rows of {model.Name}: ask for fewer at a time.")
            : found;
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
                    RowDigest row = new(source.Id, source.Version, source.Deleted, Hash(model, source, out ulong idHash));
                    if (!each(row, idHash))
                    {
                        return false;
                    }
                }

                return true;
            },
            cancellationToken);
    }

    private static ulong Hash(SyncModel model, MongoSource source, out ulong idHash)
    {
        try
        {
            return RowScan.Hash(model, source, out idHash);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or OverflowException)
        {
            // Another program put a value there that the field cannot have: it differs from the Hive's.
            RowHash hash = default;
            hash.Add(source.Id);
            idHash = hash.Value;
            return Unreadable;
        }
    }
}
