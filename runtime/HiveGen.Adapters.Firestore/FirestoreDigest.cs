using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>Reads the documents of a home for a comparison with the Hive, page by page. Every document that is read is billed.</summary>
internal static class FirestoreDigest
{
    private const int IdsAtOnce = 100;

    /// <summary>Every document as a digest a bucket.</summary>
    public static async ValueTask<IReadOnlyList<BucketDigest>> CountAsync(FirestoreClient client, SyncModel model, string home, int buckets, CancellationToken cancellationToken)
    {
        BucketTally tally = new(buckets);
        await ScanAsync(client, model, home, tally.Add, cancellationToken).ConfigureAwait(false);
        return tally.Digests;
    }

    /// <summary>The documents of some buckets.</summary>
    /// <exception cref="TargetException">There are more than <paramref name="limit"/>.</exception>
    public static async ValueTask<List<RowDigest>> ReadBucketsAsync(FirestoreClient client, SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
    {
        BucketRows found = new(model, buckets, wanted, limit);
        await ScanAsync(client, model, home, found.Add, cancellationToken).ConfigureAwait(false);
        return found.ToList();
    }

    /// <summary>The documents of some ids.</summary>
    public static async ValueTask<List<RowDigest>> ReadRowsAsync(FirestoreClient client, SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
    {
        List<RowDigest> found = [];
        FirestoreSource source = new(model);
        foreach (SqlValue[] some in ids.Chunk(IdsAtOnce))
        {
            await FirestoreRead.RunAsync(
                client,
                [.. some.Select(id => FirestoreNames.Of(client, model, id.ToString())).Distinct()],
                statesOnly: false,
                document =>
                {
                    if (FirestoreDocument.Read(document).Home == home)
                    {
                        found.Add(Row(model, source, document, out _));
                    }
                },
                cancellationToken).ConfigureAwait(false);
        }

        return found;
    }

    private static ValueTask ScanAsync(FirestoreClient client, SyncModel model, string home, Action<RowDigest, ulong> take, CancellationToken cancellationToken)
    {
        FirestoreSource source = new(model);
        return FirestoreQuery.RunAsync(
            client,
            model,
            home,
            statesOnly: false,
            document =>
            {
                take(Row(model, source, document, out ulong idHash), idHash);
                return true;
            },
            cancellationToken);
    }

    private static RowDigest Row(SyncModel model, FirestoreSource source, JsonElement document, out ulong idHash)
    {
        source.Load(document);
        FirestoreDocument state = FirestoreDocument.Read(document);
        return new RowDigest(source.Id, state.Version, state.Deleted, RowScan.HashForeign(model, source, source.Id, out idHash));
    }
}
