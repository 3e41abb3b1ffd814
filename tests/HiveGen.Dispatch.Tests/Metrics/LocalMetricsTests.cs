namespace HiveGen.Tests.Metrics;

/// <summary>What jobs, backups and the storage count.</summary>
public sealed class LocalMetricsTests
{
    [Fact]
    public async Task Every_try_of_a_job_is_counted_and_timed()
    {
        using Measured measured = new();
        int tries = 0;
        TaskCompletionSource hold = new(TaskCreationOptions.RunContinuationsAsynchronously), reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        SyncHive? opened = null;
        await using SyncHive hive = opened = new(options =>
        {
            options.MeterFactory = measured;
            options.Dispatch.JobAttempts = 2;
            options.Dispatch.JobTimeout = TimeSpan.FromDays(40);
            options.Jobs["second"] = (_, _, _) =>
            {
                opened!.Clock.Advance(TimeSpan.FromMilliseconds(250));
                return ++tries == 1 ? throw new InvalidOperationException("not yet") : Task.CompletedTask;
            };
            options.Jobs["never"] = static (_, _, _) => throw new InvalidOperationException("never");
            options.Jobs["held"] = (_, _, _) =>
            {
                reached.TrySetResult();
                return hold.Task;
            };
        });
        await hive.WriteAsync("INSERT INTO _hive_job (name, payload, next_at) VALUES ('second', '', 0), ('never', '', 0), ('held', '', 0)");
        hive.Sync.Start();
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        hive.Hangs = true;
        await hive.RunUntilAsync(() => hive.Sync.Jobs.Status is { Waiting: 1, Dead: 1 });
        (double, double) shown = (measured.Gauge("hive.jobs.waiting"), measured.Gauge("hive.jobs.dead_letters"));
        hive.Hangs = false;
        hold.SetResult();
        Assert.Equal((1, 1), shown);
        await hive.RunUntilAsync(() => hive.Sync.Jobs.Status.Waiting == 0);
        await hive.Sync.StopAsync();
        Assert.Equal((2, 1, 0), (measured["hive.jobs.run second"], measured["hive.jobs.failed second"], measured["hive.jobs.dead second"]));
        Assert.Equal((2, 2, 1), (measured["hive.jobs.run never"], measured["hive.jobs.failed never"], measured["hive.jobs.dead never"]));
        Assert.Equal((1, 0, 0), (measured["hive.jobs.run held"], measured["hive.jobs.failed held"], measured["hive.jobs.dead held"]));
        Assert.True(measured["hive.jobs.duration second"] >= 0.5);
    }

    [Fact]
    public async Task Backups_are_counted_weighed_and_their_age_is_shown()
    {
        using Measured measured = new();
        await using SyncHive hive = new(options => options.MeterFactory = measured);
        Assert.Equal(0, measured.Gauge("hive.backup.age"));
        string folder = hive.File("backups");
        await File.WriteAllTextAsync(folder, "in the way");
        hive.Configure += options =>
        {
            options.Backup.Folder = folder;
            options.Backup.Every = TimeSpan.FromDays(1);
        };
        await hive.ReopenAsync();
        hive.Sync.Start();
        await hive.RunUntilAsync(() => hive.Sync.BackupStatus!.Failures >= 2);
        Assert.True(measured["hive.backup.failed"] >= 2);
        Assert.Equal(0, measured["hive.backup.made"]);
        File.Delete(folder);
        await hive.RunUntilAsync(() => hive.Sync.BackupStatus!.Last is not null);
        await hive.Sync.StopAsync();
        Assert.Equal(Directory.GetFiles(folder).Length, measured["hive.backup.made"]);
        Assert.Equal(Directory.GetFiles(folder).Sum(static file => new FileInfo(file).Length), measured["hive.backup.size"]);
        hive.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(measured.Gauge("hive.backup.age") >= 3600);
    }

    [Fact]
    public async Task What_waits_for_the_writer_and_what_shares_a_transaction_is_measured()
    {
        using Measured measured = new();
        await using SyncHive hive = new(options => options.MeterFactory = measured);
        await hive.AddAuthorAsync("a0");
        double before = measured["hive.storage.group.size"];
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using ManualResetEventSlim release = new();
        Task blocking = Task.Run(async () => await hive.Engine.Writer.RunAsync<BlockingCommand, bool>(new BlockingCommand(reached, release), CancellationToken.None));
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Task[] waiting = [.. Enumerable.Range(1, 3).Select(i => Task.Run(() => hive.AddAuthorAsync($"a{i}")))];
        try
        {
            await Eventually.TrueAsync(() => measured.Gauge("hive.storage.queue.length") == 3, "Three writes wait, and the gauge does not say so.");
        }
        finally
        {
            release.Set();
            await Task.WhenAll([blocking, .. waiting]);
        }

        Assert.Equal(0, measured.Gauge("hive.storage.queue.length"));
        Assert.Equal(4, measured["hive.storage.group.size"] - before);
        Assert.True(measured["hive.storage.commit.duration"] > 0);
    }

    [Fact]
    public async Task The_sizes_of_the_files_and_the_free_disk_are_shown()
    {
        using Measured measured = new();
        await using SyncHive hive = new(options => options.MeterFactory = measured);
        await hive.AddAuthorAsync("a1");
        Assert.Equal(new FileInfo(hive.Path).Length, measured.Gauge("hive.storage.file.size"));
        Assert.Equal(new FileInfo(hive.Path + "-wal").Length, measured.Gauge("hive.storage.wal.size"));
        Assert.True(measured.Gauge("hive.storage.wal.size") > 0);
        Assert.True(measured.Gauge("hive.storage.disk.free") > 0);
    }
}
