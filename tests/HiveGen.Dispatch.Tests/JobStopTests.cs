namespace HiveGen.Tests;

/// <summary>When jobs begin, and how they end with the app.</summary>
public sealed class JobStopTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_job_is_run_when_it_is_stored_and_again_when_it_is_due_and_not_at_the_next_look_around()
    {
        TaskCompletionSource done = Signal();
        int tries = 0;
        await using SyncHive hive = new(options =>
        {
            options.Dispatch.Jitter = static () => 1;
            options.Dispatch.SafetyInterval = TimeSpan.FromDays(1);
            options.Dispatch.TrimInterval = TimeSpan.FromDays(1);
            options.Dispatch.JobTimeout = TimeSpan.FromDays(10);
            options.Jobs["mail"] = (_, _, _) =>
            {
                if (++tries == 1)
                {
                    throw new InvalidOperationException("not yet");
                }

                done.TrySetResult();
                return Task.CompletedTask;
            };
        });
        hive.Sync.Start();
        await hive.RestAsync();
        DateTimeOffset before = hive.Clock.GetUtcNow();
        await StoreAsync(hive);
        await hive.RunUntilAsync(done.Task);
        // The least time between two looks, and the first retry.
        Assert.Equal(TimeSpan.FromSeconds(2.02), hive.Clock.GetUtcNow() - before);
    }

    [Fact]
    public async Task A_stop_waits_for_the_jobs_at_work_and_what_they_did_is_noted()
    {
        TaskCompletionSource reached = Signal(), release = Signal();
        await using SyncHive hive = Open(reached, release.Task);
        await StoreAsync(hive);
        hive.Sync.Start();
        await reached.Task.WaitAsync(Limit);
        Task stop = hive.Sync.StopAsync();
        await Eventually.StaysOpenAsync(stop);
        release.SetResult();
        await stop.WaitAsync(Limit);
        await Eventually.TrueAsync(() => hive.Read("SELECT 1 FROM _hive_job").Count == 0, "The job succeeded, and is still stored.");
    }

    [Fact]
    public async Task A_stop_waits_for_jobs_no_longer_than_it_may_and_they_stay_stored()
    {
        TaskCompletionSource reached = Signal(), release = Signal();
        await using SyncHive hive = Open(reached, release.Task);
        await StoreAsync(hive);
        hive.Sync.Start();
        await reached.Task.WaitAsync(Limit);
        hive.Hangs = true;
        await hive.RunUntilAsync(hive.Sync.StopAsync());
        Assert.Equal("0|0", hive.ReadOne("SELECT attempts, dead FROM _hive_job"));
        release.SetResult();
    }

    private static SyncHive Open(TaskCompletionSource reached, Task release) => new(options =>
    {
        options.Dispatch.JobTimeout = TimeSpan.FromDays(10);
        options.Jobs["mail"] = (_, _, _) =>
        {
            reached.TrySetResult();
            return release; // and does not look at its token
        };
    });

    private static Task StoreAsync(SyncHive hive) => hive.WriteAsync("INSERT INTO _hive_job (name, payload, next_at) VALUES ('mail', 'ann', 0)");

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
