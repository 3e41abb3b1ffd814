using System.Diagnostics;
using HiveGen.CrashChild;

namespace HiveGen.Tests;

public sealed class TwoProcessTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TestFolder folder = new();

    private string HivePath => folder.File("hive.db");

    [Fact]
    public async Task A_second_process_waits_its_time_and_is_told_which_file_is_in_use()
    {
        await using Child first = await HoldAsync();
        TimeSpan patience = TimeSpan.FromMilliseconds(300);
        long start = Stopwatch.GetTimestamp();
        HiveStorageException refused = Assert.Throws<HiveStorageException>(() => Open(patience));
        Assert.True(Stopwatch.GetElapsedTime(start) >= patience);
        Assert.StartsWith($"{HivePath} is in use", refused.Message, StringComparison.Ordinal);
        Assert.Contains("LockTimeout", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_comes_second_fails_with_the_same_words()
    {
        await using Hive first = Open(TimeSpan.Zero);
        await using Child second = new("hold", HivePath);
        Assert.Contains($"{nameof(HiveStorageException)}: {HivePath} is in use", await second.FailureAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_gets_in_when_the_first_ends()
        => await GetsInAsync(static first =>
        {
            first.Close();
            return Task.CompletedTask;
        });

    [Fact]
    public async Task A_second_process_gets_in_when_the_first_is_killed()
        => await GetsInAsync(static first => first.KillAsync());

    [Fact]
    public async Task A_killed_process_leaves_no_lock()
    {
        await using (Child first = await HoldAsync())
        {
            await first.KillAsync();
        }

        Assert.True(File.Exists(HivePath + ".lock"));
        await using Hive second = Open(TimeSpan.Zero);
        await second.Notes.AddAsync(Note.Of(1, "1", 1));
    }

    public void Dispose() => folder.Dispose();

    private async Task GetsInAsync(Func<Child, Task> end)
    {
        await using Child first = await HoldAsync();
        using SignalLogger log = new("Waiting");
        Task<Hive> opening = Task.Run(() => Open(Limit, log));
        await log.Seen.WaitAsync(Limit);
        Assert.False(opening.IsCompleted);
        await end(first);
        await using Hive second = await opening.WaitAsync(Limit);
        await second.Notes.AddAsync(Note.Of(1, "1", 1));
    }

    private async Task<Child> HoldAsync()
    {
        Child child = new("hold", HivePath);
        try
        {
            Assert.Equal("open", await child.ReadLineAsync());
            return child;
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    private Hive Open(TimeSpan patience, SignalLogger? log = null) => Hive.Open(new HiveOptions { Path = HivePath, LockTimeout = patience, LoggerFactory = log });
}
