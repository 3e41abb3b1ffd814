namespace HiveGen.Tests;

public sealed class JobTests
{
    private static Task StoreAsync(SyncHive hive, string name, string payload) => hive.WriteAsync($"INSERT INTO _hive_job (name, payload, next_at) VALUES ('{name}', '{payload}', 0)");

    private static Task UntilNoneAsync(SyncHive hive, string where = "1") => hive.RunUntilAsync(() => hive.Read($"SELECT 1 FROM _hive_job WHERE {where}").Count == 0);

    [Fact]
    public async Task A_stored_job_runs_with_its_payload_and_goes()
    {
        List<string> ran = [];
        await using SyncHive hive = new(options => options.Jobs["mail"] = (_, payload, _) =>
        {
            ran.Add(payload);
            return Task.CompletedTask;
        });
        hive.Sync.Start();
        await StoreAsync(hive, "mail", "ann");
        await UntilNoneAsync(hive);
        Assert.Equal(["ann"], ran);
    }

    [Fact]
    public async Task A_failed_job_is_tried_again()
    {
        int tries = 0;
        await using SyncHive hive = new(options => options.Jobs["mail"] = (_, _, _) => ++tries < 4 ? throw new InvalidOperationException("down") : Task.CompletedTask);
        hive.Sync.Start();
        await StoreAsync(hive, "mail", "ann");
        await UntilNoneAsync(hive);
        Assert.Equal(4, tries);
    }

    [Fact]
    public async Task A_job_that_goes_on_failing_waits_longer_each_time()
    {
        SyncHive? opened = null;
        List<string> waits = [];
        await using SyncHive hive = opened = new(options =>
        {
            options.Dispatch.Jitter = static () => 1;
            options.Jobs["mail"] = (_, _, _) =>
            {
                waits.Add(opened!.ReadOne("SELECT (next_at - failed_at) / 1000000 FROM _hive_job"));
                return waits.Count < 5 ? throw new InvalidOperationException("down") : Task.CompletedTask;
            };
        });
        await StoreAsync(hive, "mail", "ann");
        hive.Sync.Start();
        await UntilNoneAsync(hive);
        Assert.Equal(["0", "2", "4", "8", "16"], waits);
    }

    [Fact]
    public async Task A_job_that_always_fails_is_dead_after_its_attempts_and_stays_stored()
    {
        int tries = 0;
        await using SyncHive hive = new(options =>
        {
            options.Dispatch.JobAttempts = 3;
            options.Jobs["mail"] = (_, _, _) =>
            {
                tries++;
                throw new InvalidOperationException("never");
            };
        });
        hive.Sync.Start();
        await StoreAsync(hive, "mail", "ann");
        await UntilNoneAsync(hive, "dead = 0");
        Assert.Equal(3, tries);
        Assert.Equal("mail|ann|3|InvalidOperationException: never|1", hive.ReadOne("SELECT name, payload, attempts, error, dead FROM _hive_job"));
    }

    [Fact]
    public async Task A_job_that_was_cut_off_runs_again_after_the_restart()
    {
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using SyncHive hive = new(options => options.Jobs["mail"] = async (_, _, token) =>
        {
            started.TrySetResult();
            await Task.Delay(Timeout.Infinite, token);
        });
        hive.Sync.Start();
        await StoreAsync(hive, "mail", "ann");
        await hive.RunUntilAsync(started.Task);
        int runs = 0;
        hive.Configure = options => options.Jobs["mail"] = (_, _, _) =>
        {
            runs++;
            return Task.CompletedTask;
        };
        await hive.ReopenAsync();
        // It cost it no try.
        Assert.Equal("0|0", hive.ReadOne("SELECT attempts, error IS NOT NULL FROM _hive_job"));
        hive.Sync.Start();
        await UntilNoneAsync(hive);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_slow_job_holds_back_no_other()
    {
        TaskCompletionSource hang = new();
        await using SyncHive hive = new(options =>
        {
            options.Jobs["slow"] = (_, _, _) => hang.Task;
            options.Jobs["fast"] = static (_, _, _) => Task.CompletedTask;
        });
        hive.Sync.Start();
        await StoreAsync(hive, "slow", "1");
        await StoreAsync(hive, "fast", "2");
        hive.Hangs = true;
        await UntilNoneAsync(hive, "name = 'fast'");
        Assert.Single(hive.Read("SELECT * FROM _hive_job"));
        hive.Hangs = false;
        hang.SetResult();
        await UntilNoneAsync(hive);
    }

    [Fact]
    public async Task A_job_that_succeeded_but_could_not_be_crossed_off_runs_again()
    {
        TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int runs = 0;
        await using SyncHive hive = new(options => options.Jobs["mail"] = (_, _, _) =>
        {
            if (Interlocked.Increment(ref runs) == 2)
            {
                first.TrySetResult();
            }

            return Task.CompletedTask;
        });
        await hive.WriteAsync("CREATE TRIGGER keep BEFORE DELETE ON _hive_job BEGIN SELECT RAISE(ABORT, 'the disk is away'); END");
        hive.Sync.Start();
        await StoreAsync(hive, "mail", "ann");
        await hive.RunUntilAsync(first.Task);
        Assert.Single(hive.Read("SELECT * FROM _hive_job"));
        await hive.WriteAsync("DROP TRIGGER keep");
        await UntilNoneAsync(hive);
        Assert.True(runs >= 2);
    }

    [Fact]
    public async Task Only_so_many_jobs_run_at_once()
    {
        Lock gate = new();
        int now = 0, most = 0;
        TaskCompletionSource two = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using SyncHive hive = new(options =>
        {
            options.Dispatch.JobConcurrency = 2;
            options.Jobs["mail"] = async (_, _, _) =>
            {
                lock (gate)
                {
                    most = Math.Max(most, ++now);
                    if (now == 2)
                    {
                        two.TrySetResult();
                    }
                }

                // The first waits for the second, and a third would have the time to come.
                await two.Task;
                await Task.Yield();
                lock (gate)
                {
                    now--;
                }
            };
        });
        for (int i = 0; i < 12; i++)
        {
            await StoreAsync(hive, "mail", $"{i}");
        }

        hive.Sync.Start();
        await UntilNoneAsync(hive);
        Assert.Equal(2, most);
    }

    [Fact]
    public async Task A_job_that_takes_too_long_is_cancelled_and_tried_again()
    {
        int cancelled = 0;
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using SyncHive hive = new(options =>
        {
            options.Dispatch.JobTimeouts["mail"] = TimeSpan.FromSeconds(3);
            options.Dispatch.JobAttempts = 1_000_000;
            options.Jobs["mail"] = async (_, _, token) =>
            {
                TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
                await using CancellationTokenRegistration registration = token.Register(ended.SetResult);
                if (await Task.WhenAny(ended.Task, release.Task) == ended.Task)
                {
                    Interlocked.Increment(ref cancelled);
                    token.ThrowIfCancellationRequested();
                }
            };
        });
        hive.Sync.Start();
        await StoreAsync(hive, "mail", "ann");
        hive.Hangs = true;
        await UntilNoneAsync(hive, "error IS NULL");
        Assert.Equal("TimeoutException: it did not end within 3 s", hive.ReadOne("SELECT error FROM _hive_job"));
        hive.Hangs = false;
        release.SetResult();
        await UntilNoneAsync(hive);
        Assert.Equal(1, cancelled);
    }

    [Fact]
    public async Task A_handler_that_never_looks_up_from_its_work_holds_back_nobody_for_long()
    {
        using ManualResetEventSlim release = new();
        await using SyncHive hive = new(options =>
        {
            options.Dispatch.JobConcurrency = 1;
            options.Dispatch.JobTimeout = TimeSpan.FromSeconds(3);
            // More than one: the clock does not know which of the two hangs, and may overtake the quick one.
            options.Dispatch.JobAttempts = 3;
            options.Jobs["stuck"] = (_, _, _) =>
            {
                release.Wait();
                return Task.CompletedTask;
            };
            options.Jobs["mail"] = static (_, _, _) => Task.CompletedTask;
        });
        await StoreAsync(hive, "stuck", "1");
        await StoreAsync(hive, "mail", "2");
        hive.Hangs = true;
        hive.Sync.Start();
        await UntilNoneAsync(hive, "name = 'mail'");
        await hive.RunUntilAsync(() => hive.Sync.Jobs.Dead().Count > 0);
        Assert.Equal("stuck", Assert.Single(hive.Sync.Jobs.Dead()).Name);
        release.Set();
    }
}
