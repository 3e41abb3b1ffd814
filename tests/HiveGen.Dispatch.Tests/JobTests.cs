namespace HiveGen.Tests;

public sealed class JobTests
{
    private static Task StoreAsync(SyncHive hive, string name, string payload) => hive.WriteAsync($"INSERT INTO _hive_job (name, payload, next_at) VALUES ('{name}', '{payload}', 0)");

    private static Task UntilNoneAsync(SyncHive hive, string where = "1") => hive.Clock.RunUntilAsync(Task.Run(async () =>
    {
        while (hive.Read($"SELECT 1 FROM _hive_job WHERE {where}").Count > 0)
        {
            await Task.Yield();
        }
    }));

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
        await hive.Clock.RunUntilAsync(started.Task);
        int runs = 0;
        hive.Configure = options => options.Jobs["mail"] = (_, _, _) =>
        {
            runs++;
            return Task.CompletedTask;
        };
        await hive.ReopenAsync();
        Assert.Single(hive.Read("SELECT * FROM _hive_job"));
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
        await UntilNoneAsync(hive, "name = 'fast'");
        Assert.Single(hive.Read("SELECT * FROM _hive_job"));
        hang.SetResult();
        await UntilNoneAsync(hive);
    }

    [Fact]
    public async Task A_job_without_a_handler_waits_for_one()
    {
        await using SyncHive hive = new(options => options.Jobs["other"] = static (_, _, _) => Task.CompletedTask);
        hive.Sync.Start();
        await StoreAsync(hive, "mail", "ann");
        await UntilNoneAsync(hive, "error IS NULL");
        Assert.Equal("0|0|no handler is registered under the name 'mail'", hive.ReadOne("SELECT attempts, dead, error FROM _hive_job"));
    }
}
