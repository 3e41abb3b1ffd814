namespace HiveGen.Benchmarks.Measuring;

/// <summary>What one operation cost in one round.</summary>
/// <param name="Wall">Elapsed time in microseconds.</param>
/// <param name="Cpu">User and system time of the whole process in microseconds: background work is not free.</param>
/// <param name="Bytes">Bytes allocated by the whole process.</param>
internal readonly record struct Sample(double Wall, double Cpu, double Bytes)
{
    /// <summary>Fsyncs of write-ahead logs. 0 while the disk is not counted.</summary>
    public double LogSyncs { get; init; }

    /// <summary>Fsyncs of database files, which checkpoints do. 0 while the disk is not counted.</summary>
    public double FileSyncs { get; init; }

    /// <summary>How long half of the callers waited at most, in microseconds; 0 where it is not measured.</summary>
    public double Half { get; init; }

    /// <summary>How long 99 of 100 callers waited at most, in microseconds; 0 where it is not measured.</summary>
    public double Most { get; init; }

    /// <summary>Operations a second.</summary>
    public double Rate => 1_000_000 / Wall;
}
