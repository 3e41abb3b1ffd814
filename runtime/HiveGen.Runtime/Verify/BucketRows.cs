namespace HiveGen.Targets;

/// <summary>Keeps the rows of some buckets, for adapters that read them one by one: <see cref="HiveTarget.ReadBucketsAsync"/>. Not thread-safe.</summary>
/// <param name="model">The model, for what is told.</param>
/// <param name="buckets">How many buckets there are.</param>
/// <param name="wanted">Those whose rows are kept.</param>
/// <param name="limit">The most rows that are kept.</param>
public sealed class BucketRows(SyncModel model, int buckets, IReadOnlySet<int> wanted, int limit)
{
    private readonly List<RowDigest> rows = [];
    private bool isTooSmall;

    /// <summary>Keeps a row if its bucket is wanted.</summary>
    /// <param name="row">The row.</param>
    /// <param name="idHash">The hash of its id, which says in which bucket it is.</param>
    /// <exception cref="TargetException">There are more rows than may be kept: <see cref="TargetFailure.TooLarge"/>.</exception>
    public void Add(RowDigest row, ulong idHash)
    {
        if (!TryAdd(row, idHash))
        {
            throw TooMany(model, limit);
        }
    }

    /// <summary>The same, for readers that have something to close when they stop.</summary>
    /// <param name="row">The row.</param>
    /// <param name="idHash">The hash of its id.</param>
    /// <returns>Whether to go on.</returns>
    public bool TryAdd(RowDigest row, ulong idHash)
    {
        if (wanted.Contains(RowHash.Bucket(idHash, buckets)))
        {
            isTooSmall |= rows.Count == limit;
            rows.Add(row);
        }

        return !isTooSmall;
    }

    /// <summary>The rows, when all were read.</summary>
    /// <exception cref="TargetException">There are more rows than may be kept: <see cref="TargetFailure.TooLarge"/>.</exception>
    public List<RowDigest> ToList() => isTooSmall ? throw TooMany(model, limit) : rows;

    /// <summary>What is told where there are more rows than may be kept.</summary>
    /// <param name="model">The model.</param>
    /// <param name="limit">The most rows that may be kept.</param>
    public static TargetException TooMany(SyncModel model, int limit)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new TargetException(TargetFailure.TooLarge, $"The buckets that were asked for hold more than {limit} rows of {model.Name}: ask for fewer at a time.");
    }
}
