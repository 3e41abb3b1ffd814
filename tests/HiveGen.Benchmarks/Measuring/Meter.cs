using System.Diagnostics;

namespace HiveGen.Benchmarks.Measuring;

/// <summary>Takes samples.</summary>
internal static class Meter
{
    /// <summary>Runs the body, which does <paramref name="operations"/> operations, and gives what one of them cost.</summary>
    public static async Task<Sample> RunAsync(int operations, Func<Task> body)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        await body();
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        return new Sample(wall.TotalMicroseconds / operations, cpu.TotalMicroseconds / operations, (double)bytes / operations);
    }

    /// <summary>The same, with the transactions that were committed to a file.</summary>
    public static async Task<Sample> RunAsync(DatabaseFile file, int operations, Func<Task> body)
    {
        uint before = WalIndex.Transactions(file.Path);
        Sample sample = await RunAsync(operations, body);
        return sample with { Commits = (double)unchecked(WalIndex.Transactions(file.Path) - before) / operations };
    }

    /// <summary>The same for a body that never waits.</summary>
    public static Task<Sample> RunAsync(int operations, Action body) => RunAsync(operations, () =>
    {
        body();
        return Task.CompletedTask;
    });
}
