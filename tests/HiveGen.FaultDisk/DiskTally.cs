namespace HiveGen.FaultDisk;

/// <summary>What was asked of the disk, since the process began; the difference of two is what lies between them.</summary>
/// <param name="Writes">Writes.</param>
/// <param name="Bytes">The bytes of these writes.</param>
/// <param name="Syncs">Waits for the disk (fsync).</param>
public readonly record struct DiskTally(long Writes, long Bytes, long Syncs)
{
    /// <summary>What came between two.</summary>
    public static DiskTally operator -(DiskTally later, DiskTally earlier)
        => new(later.Writes - earlier.Writes, later.Bytes - earlier.Bytes, later.Syncs - earlier.Syncs);

    /// <summary>Both together.</summary>
    public static DiskTally operator +(DiskTally one, DiskTally other)
        => new(one.Writes + other.Writes, one.Bytes + other.Bytes, one.Syncs + other.Syncs);
}
