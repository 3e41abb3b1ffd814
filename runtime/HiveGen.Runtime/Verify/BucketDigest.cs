namespace HiveGen.Targets;

/// <summary>What a bucket of rows comes to.</summary>
/// <param name="Count">How many rows live in it, ghosts aside.</param>
/// <param name="Hash">The sum of the hashes of its live rows, wrapping around.</param>
/// <param name="MinVersion">The lowest version of a live row; <see cref="long.MaxValue"/> when there is none.</param>
/// <param name="MaxVersion">The highest version of a row, ghosts included; 0 when there is none.</param>
public readonly record struct BucketDigest(long Count, ulong Hash, long MinVersion, long MaxVersion)
{
    /// <summary>A bucket without rows.</summary>
    public static BucketDigest Empty { get; } = new(0, 0, long.MaxValue, 0);

    /// <summary>The bucket with one more row.</summary>
    public BucketDigest With(in RowDigest row) => row.Deleted
        ? this with { MaxVersion = Math.Max(MaxVersion, row.Version) }
        : new(Count + 1, unchecked(Hash + row.Hash), Math.Min(MinVersion, row.Version), Math.Max(MaxVersion, row.Version));
}
