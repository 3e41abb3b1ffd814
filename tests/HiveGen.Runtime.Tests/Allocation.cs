namespace HiveGen.Tests;

/// <summary>What work allocates once it is warm: the least of some runs, because any one of them may be the first to come by a lazily made thing of the runtime's.</summary>
internal static class Allocation
{
    /// <summary>How often <see cref="Of"/> runs the work.</summary>
    public const int Runs = 6;

    /// <summary>The bytes that the calling thread allocates in one run.</summary>
    public static long Of(Action work)
    {
        long least = long.MaxValue;
        for (int run = 0; run < Runs; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
