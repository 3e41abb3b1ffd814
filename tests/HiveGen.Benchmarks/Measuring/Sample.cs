namespace HiveGen.Benchmarks.Measuring;

/// <summary>What one operation cost in one round.</summary>
/// <param name="Wall">Elapsed time in microseconds.</param>
/// <param name="Cpu">User and system time of the whole process in microseconds: background work is not free.</param>
/// <param name="Bytes">Bytes allocated by the whole process.</param>
/// <param name="Commits">Transactions committed to the file; each is one fsync of the WAL when <c>synchronous</c> is FULL.</param>
internal readonly record struct Sample(double Wall, double Cpu, double Bytes, double Commits = 0)
{
    /// <summary>Operations a second.</summary>
    public double Rate => 1_000_000 / Wall;
}
