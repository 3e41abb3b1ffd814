using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace HiveGen.Tests;

/// <summary>Another program holds the write lock of the Hive's file, which it should not.</summary>
public sealed class ForeignWriterTests
{
    private const int Busy = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4.5); // SQLite gives up after 5 s, by its own count of naps

    [Fact]
    public async Task A_write_waits_until_the_other_is_done()
    {
        await using DiskApp app = new();
        app.Open();
        Task<HiveStorageException?> write;
        using (Hold(app.Path))
        {
            write = Task.Run(() => app.TryAsync(Workload.Steps[0]));
            await Eventually.StaysOpenAsync(write);
        }

        Assert.Null(await write);
        await app.CheckAsync();
    }

    [Fact]
    public async Task A_write_that_waited_in_vain_is_refused_and_everything_goes_on_afterwards()
    {
        await using DiskApp app = new();
        app.Open();
        Assert.Null(await app.TryAsync(Workload.Steps[0]));
        using (Hold(app.Path))
        {
            long begun = Stopwatch.GetTimestamp();
            HiveStorageException? refused = await app.TryAsync(Workload.Steps[1]);
            Assert.True(Stopwatch.GetElapsedTime(begun) >= Patience);
            Assert.Equal(Busy, refused?.SqliteCode);
            Assert.StartsWith("Another program holds the Hive's file locked", refused!.Message, StringComparison.Ordinal);
            app.Compare();
        }

        foreach (WorkStep step in Workload.Steps.Skip(1))
        {
            Assert.Null(await app.TryAsync(step));
        }

        await app.CheckAsync();
    }

    [Fact]
    public async Task Many_callers_wait_together_and_not_one_after_the_other()
    {
        const int Callers = 32;
        await using DiskApp app = new();
        app.Open(sync: false);
        using (Hold(app.Path))
        {
            long begun = Stopwatch.GetTimestamp();
            Task[] writes = [.. Enumerable.Range(0, Callers).Select(i => Task.Run(async () => await app.Hive.Shelves.AddAsync(new() { Id = $"s{i}", Number = i })))];
            foreach (Task write in writes)
            {
                Assert.Equal(Busy, (await Assert.ThrowsAsync<HiveStorageException>(() => write)).SqliteCode);
            }

            // One waits alone, those who came meanwhile together: twice in all, if the machine is not busy.
            Assert.True(Stopwatch.GetElapsedTime(begun) < Callers / 2 * Patience);
        }

        app.Compare();
    }

    private static SqliteConnection Hold(string path)
    {
        SqliteConnection other = Sql.Open(path);
        using SqliteCommand begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        return other;
    }
}
