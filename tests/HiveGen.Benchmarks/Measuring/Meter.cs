using System.Diagnostics;
using HiveGen.FaultDisk;

namespace HiveGen.Benchmarks.Measuring;

/// <summary>Takes samples.</summary>
internal static class Meter
{
    /// <summary>Runs the body, which does <paramref name="operations"/> operations, and gives what one of them cost.</summary>
    public static async Task<Sample> RunAsync(int operations, Func<Task> body)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        DiskTally log = DiskCounts.Of(DiskFileKind.Log), file = DiskCounts.Of(DiskFileKind.Main);
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        await body();
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        return new Sample(wall.TotalMicroseconds / operations, cpu.TotalMicroseconds / operations, (double)bytes / operations)
        {
            LogSyncs = (double)(DiskCounts.Of(DiskFileKind.Log) - log).Syncs / operations,
            FileSyncs = (double)(DiskCounts.Of(DiskFileKind.Main) - file).Syncs / operations,
        };
    }

    /// <summary>The same for a body that never waits.</summary>
    public static Task<Sample> RunAsync(int operations, Action body) => RunAsync(operations, () =>
    {
        body();
        return Task.CompletedTask;
    });
}
