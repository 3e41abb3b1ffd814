namespace HiveGen;

/// <summary>How a target is compared with the Hive.</summary>
public sealed record VerifyOptions
{
    /// <summary>Whether what differs is sent again. Default: it is only told.</summary>
    public bool Repair { get; init; }

    /// <summary>How many differences the report lists, 0 or more; all are counted, and repaired. Default: 10,000.</summary>
    public int MaxDifferences { get; init; } = 10_000;

    /// <summary>How long the target may take to read one model: above zero, at most a day. Default: 10 minutes.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The rows of differing buckets that are held in memory at once.</summary>
    internal int GroupRows { get; init; } = 100_000;

    /// <exception cref="ArgumentOutOfRangeException">One cannot be met.</exception>
    internal void RequireValid()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(MaxDifferences);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ReadTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ReadTimeout, TimeSpan.FromDays(1));
    }
}
