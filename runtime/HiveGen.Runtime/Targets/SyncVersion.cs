namespace HiveGen.Targets;

/// <summary>The version that guards a record at a target: the epoch, then the change. Never above 2^53−1, so that JSON keeps it.</summary>
public static class SyncVersion
{
    /// <summary>The highest epoch.</summary>
    public const int MaxEpoch = (1 << 13) - 1;

    /// <summary>The highest change of an epoch.</summary>
    public const long MaxSeq = (1L << SeqBits) - 1;

    private const int SeqBits = 40;

    /// <summary>The version of this change in this epoch.</summary>
    /// <exception cref="HiveException">One of them is out of range.</exception>
    public static long Of(int epoch, long seq) => (uint)epoch <= MaxEpoch && (ulong)seq <= (ulong)MaxSeq
        ? ((long)epoch << SeqBits) + seq
        : throw new HiveException($"The change {seq} of epoch {epoch} has no version: a Hive counts up to {MaxSeq} changes and {MaxEpoch} epochs.");

    /// <summary>The epoch of this version.</summary>
    public static int EpochOf(long version) => (int)(version >> SeqBits);

    /// <summary>The change of this version.</summary>
    public static long SeqOf(long version) => version & MaxSeq;
}
