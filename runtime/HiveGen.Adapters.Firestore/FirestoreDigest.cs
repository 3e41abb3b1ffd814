using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>Reads the documents of a home for a comparison with the Hive, page by page. Every document that is read is billed.</summary>
internal static class FirestoreDigest
{
    private const int IdsAtOnce = 100;
    private const ulong Unreadable = ulong.MaxValue;

    /// <summary>Every document as a digest a bucket.</summary>
    public static async ValueTask<BucketDigest[]> CountAsync(FirestoreClient client, SyncModel model, string home, int buckets, CancellationToken cancellationToken)
    {
        BucketDigest[] digests = new BucketDigest[buckets];
        Array.Fill(digests, BucketDigest.Empty);
        FirestoreSource source = new(model);
        await FirestoreQuery.RunAsync(
            client,
            model,
            home,
            statesOnly: false,
            document =>
            {
                RowDigest row = Row(model, source, document, out ulong idHash);
                int bucket = RowHash.Bucket(idHash, buckets);
                digests[bucket] = digests[bucket].With(row);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return digests;
    }

    /// <summary>The documents of some buckets.</summary>
    /// <exception cref="TargetException">There are more than <paramref name="limit"/>.</exception>
    public static async ValueTask<List<RowDigest>> ReadBucketsAsync(FirestoreClient client, SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
    {
        List<RowDigest> found = [];
        bool tooMany = false;
        FirestoreSource source = new(model);
        await FirestoreQuery.RunAsync(
            client,
            model,
            home,
            statesOnly: false,
            document =>
            {
                RowDigest row = Row(model, source, document, out ulong idHash);
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

    private static RowDigest Row(SyncModel model, FirestoreSource source, JsonElement document, out ulong idHash)
    {
        source.Load(document);
        FirestoreDocument state = FirestoreDocument.Read(document);
        return new RowDigest(source.Id, state.Version, state.Deleted, Hash(model, source, out idHash));
    }

    private static ulong Hash(SyncModel model, FirestoreSource source, out ulong idHash)
    {
        try
        {
            return RowScan.Hash(model, source, out idHash);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or OverflowException or InvalidOperationException or KeyNotFoundException or JsonException)
        {
            // Another program put a value there that the field cannot have: it differs from the Hive's.
            RowHash hash = default;
            hash.Add(source.Id);
            idHash = hash.Value;
            return Unreadable;
        }
    }
}
