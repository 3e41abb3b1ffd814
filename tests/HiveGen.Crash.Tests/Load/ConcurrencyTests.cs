using System.Diagnostics;
using HiveGen.Adapters.Sqlite;
using HiveGen.CrashChild;
using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>Everybody at once. <c>HIVEGEN_SECONDS</c> sets for how long.</summary>
public sealed class ConcurrencyTests(ITestOutputHelper output)
{
    private const int Writers = 64;
    private const int Readers = 4;
    private const long MostLog = 8 << 20;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(CrashDrill.Setting("HIVEGEN_SECONDS") ?? 15);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Writers_readers_the_dispatcher_and_a_storm_of_checkpoints_leave_everything_whole()
    {
        using TestFolder folder = new();
        string path = folder.File("hive.db");
        string replica = folder.File("replica.db");
        using CancellationTokenSource end = new(Duration);
        LogWatch log = new(path + "-wal");
        StormWriter[] writers = [.. Enumerable.Range(0, Writers).Select(i => new StormWriter(i, log))];
        long reads;

        // A checkpoint after almost every commit.
        await using (Hive hive = Hive.Open(new HiveOptions { Path = path, Targets = { new SqliteTarget("replica", replica) } }.CheckpointEvery(4)))
        {
            hive.Sync.Start();

            // Threads of their own: they never give theirs back to the writers' pool.
            Task<long>[] readers = [.. Enumerable.Range(0, Readers).Select(_ => Task.Factory.StartNew(() => StormReader.Run(hive, Writers, end.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
            await Task.WhenAll(writers.Select(writer => Task.Run(() => writer.RunAsync(hive, end.Token))));
            reads = (await Task.WhenAll(readers)).Sum();
            await hive.Sync.WhenIdleAsync(timeout: Limit);
            Assert.Equal("ok", Sql.ReadOne(path, "PRAGMA integrity_check"));
            Array.ForEach(writers, writer => writer.Check(hive));
        }

        Assert.Equal(Sql.Read(path, "SELECT id, owner, number, text FROM notes ORDER BY id"), Sql.Read(replica, "SELECT id, owner, number, text FROM notes_live ORDER BY id"));
        Assert.Equal("ok", Sql.ReadOne(replica, "PRAGMA integrity_check"));
        long[] times = [.. writers.SelectMany(static writer => writer.Times).Order()];
        output.WriteLine($"{Duration.TotalSeconds} s, {Writers} writers, {times.Length} writes, {reads} reads; p50 {Milliseconds(times, 0.5):0.0} ms, p99 {Milliseconds(times, 0.99):0.0} ms, longest {Milliseconds(times, 1):0.0} ms; the log's largest size {log.Largest >> 10} kB");
        Assert.True(times.Length > Writers && reads > Readers);
        Assert.InRange(log.Largest, 1, MostLog);
    }

    private static double Milliseconds(long[] times, double share)
        => Stopwatch.GetElapsedTime(0, times[Math.Min(times.Length - 1, (int)(times.Length * share))]).TotalMilliseconds;
}
