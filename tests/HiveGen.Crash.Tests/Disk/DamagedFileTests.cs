using System.Diagnostics;
using HiveGen.CrashChild;

namespace HiveGen.Tests;

/// <summary>What a crash of the machine, a bad disk or a careless copy may leave.</summary>
public sealed class DamagedFileTests
{
    private const int Corrupt = 11;

    [Fact]
    public async Task A_log_that_ends_anywhere_or_in_garbage_gives_everything_up_to_there()
    {
        int seed = CrashDrill.Setting("HIVEGEN_SEED") ?? Random.Shared.Next();
        Random random = new(seed);
        await using DiskApp app = new();
        app.Open(checkpoint: int.MaxValue, sync: false);
        List<(long Length, SortedDictionary<string, string> Records)> states = [(LengthOf(app.Path), app.Expected)];
        foreach (WorkStep step in Workload.Steps)
        {
            Assert.Null(await app.TryAsync(step));
            states.Add((LengthOf(app.Path), app.Expected));
        }

        string whole = app.Copy();
        byte[] log = File.ReadAllBytes(whole + "-wal");
        for (int i = 0; i < 60; i++)
        {
            (long length, SortedDictionary<string, string> records) = states[random.Next(states.Count)];

            // Exactly at the end of a commit, or anywhere behind it and before the next.
            long next = states.Select(static state => state.Length).FirstOrDefault(later => later > length, log.Length);
            long end = random.Next(3) == 0 ? length : random.NextInt64(length, Math.Max(length + 1, next));
            byte[] tail = new byte[random.Next(3) == 0 ? 0 : random.Next(10_000)];
            random.NextBytes(tail);
            string copy = whole + i;
            File.Copy(whole, copy);
            File.WriteAllBytes(copy + "-wal", [.. log.AsSpan(0, (int)end), .. tail]);
            await using Hive hive = Hive.Open(new HiveOptions { Path = copy });
            Assert.True(records.SequenceEqual(DiskApp.Read(hive)), $"seed {seed}: cut at {end} of {log.Length}");
            Assert.Equal("ok", Sql.ReadOne(copy, "PRAGMA integrity_check"));
        }
    }

    [Theory]
    [InlineData(0.5, false)]
    [InlineData(1, true)]
    public async Task A_damaged_file_is_told_at_once_and_not_tried_again(double kept, bool garbage)
    {
        const int Page = 4096;
        await using DiskApp app = new();
        app.Open();
        foreach (WorkStep step in Workload.Steps)
        {
            Assert.Null(await app.TryAsync(step));
        }

        // Whatever is compiled only when it runs first, is: the time is taken below.
        app.Compare();
        await app.CloseAsync();
        byte[] file = File.ReadAllBytes(app.Path)[..(int)(new FileInfo(app.Path).Length * kept)];
        if (garbage)
        {
            new Random(1).NextBytes(file.AsSpan(Page));
        }

        File.WriteAllBytes(app.Path, file);
        long begun = Stopwatch.GetTimestamp();
        HiveStorageException damaged = Assert.Throws<HiveStorageException>(() =>
        {
            app.Open(sync: false);
            app.Compare();
        });
        Assert.Equal(Corrupt, damaged.SqliteCode & 0xFF);
        Assert.StartsWith("The Hive's file is damaged. Stop the app and restore a backup.", damaged.Message, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(4), "It was tried again.");
        Assert.Equal(file, File.ReadAllBytes(app.Path)[..file.Length]);
    }

    private static long LengthOf(string path) => new FileInfo(path + "-wal").Length;
}
