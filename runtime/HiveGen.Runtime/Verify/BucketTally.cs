namespace HiveGen.Targets;

/// <summary>Sums up rows by buckets, for adapters that read them one by one: <see cref="HiveTarget.DigestAsync"/>. Not thread-safe.</summary>
/// <param name="buckets">How many buckets.</param>
public sealed class BucketTally(int buckets)
{
    private readonly BucketDigest[] digests = Enumerable.Repeat(BucketDigest.Empty, buckets).ToArray();

    /// <summary>One digest a bucket.</summary>
    public IReadOnlyList<BucketDigest> Digests => digests;

    /// <summary>Counts a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="idHash">The hash of its id, which says in which bucket it is.</param>
    public void Add(RowDigest row, ulong idHash)
    {
        ref BucketDigest digest = ref digests[RowHash.Bucket(idHash, digests.Length)];
        digest = digest.With(row);
    }
}
