using System.Diagnostics;
using System.Globalization;

namespace HiveGen.CrashChild;

/// <summary>
/// Lets changes wait for a target that is down, and then for one that takes them window by window, and prints after each part
/// what memory the process has, in bytes: <c>down waiting=30000 used=1 heap=1 process=1</c>.
/// </summary>
internal static class Backlog
{
    private const int Parts = 10;
    private const int Chunk = 50_000;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs to the end.</summary>
    public static async Task RunAsync(string path, int changes, Journal journal)
    {
        UnsteadyTarget target = new();

        // Small caches, so that what grows is not SQLite's.
        HiveOptions options = new() { Path = path, Synchronous = HiveSynchronous.Normal, WriterCacheBytes = 4 << 20, ReaderCacheBytes = 4 << 20, Targets = { target } };
        options.Dispatch.FirstRetry = options.Dispatch.LongestRetry = TimeSpan.FromMilliseconds(20);
        options.Dispatch.DrainTimeout = TimeSpan.Zero;
        await using Hive hive = Hive.Open(options);
        hive.Sync.Start();
        await hive.Sync.WhenIdleAsync();
        for (int part = 1; part <= Parts; part++)
        {
            for (int left = changes / Parts; left > 0; left -= Chunk)
            {
                int count = Math.Min(left, Chunk);
                await hive.Sql.WriteAsync(connection => Sql.AddMany(connection, count));
            }

            await target.TriedAsync(3);
            Print(journal, "down", hive.Sync.Status.Targets[0].Lag);
        }

        target.Recover();
        Task sent = hive.Sync.WhenIdleAsync(timeout: TimeSpan.FromHours(1));
        do
        {
            Print(journal, "sending", hive.Sync.Status.Targets[0].Lag);
        }
        while (await Task.WhenAny(sent, Task.Delay(Interval)) != sent);
        await sent;
        Print(journal, "sent", hive.Sync.Status.Targets[0].Lag);
        journal.Write(string.Create(CultureInfo.InvariantCulture, $"arrived={target.Arrived}"));
    }

    private static void Print(Journal journal, string what, long waiting)
    {
        // Before a collection: what the dispatcher holds at a time, and what it threw away since the last one.
        long used = GC.GetTotalMemory(forceFullCollection: false);
        long heap = GC.GetTotalMemory(forceFullCollection: true);
        using Process self = Process.GetCurrentProcess();
        journal.Write(string.Create(CultureInfo.InvariantCulture, $"{what} waiting={waiting} used={used} heap={heap} process={self.WorkingSet64}"));
    }
}
