using System.Text.Json.Serialization;

namespace HiveGen.Tests;

public sealed partial class DeadJobTests
{
    private static readonly JobType<Welcome> WelcomeJob = new("welcome", Json.Default.Welcome);

    [Fact]
    public async Task A_job_without_a_handler_is_dead_with_the_reason_and_runs_when_it_is_retried_under_one()
    {
        await using SyncHive hive = new(options => options.Jobs["other"] = static (_, _, _) => Task.CompletedTask);
        await StoreAsync(hive, "mail", "ann");
        hive.Sync.Start();
        await UntilAsync(hive, static status => status.Dead == 1);
        DeadJob dead = Assert.Single(hive.Sync.Jobs.Dead());
        Assert.Equal(("mail", "ann", 1), (dead.Name, dead.Payload, dead.Attempts));
        Assert.StartsWith("no handler is registered under the name 'mail'", dead.Error, StringComparison.Ordinal);
        Assert.True(dead.FailedAt > DateTimeOffset.UnixEpoch);

        List<string> ran = [];
        hive.Configure = options => options.Jobs["mail"] = (_, payload, _) =>
        {
            ran.Add(payload);
            return Task.CompletedTask;
        };
        await hive.ReopenAsync();
        hive.Sync.Start();
        Assert.True(await hive.Sync.Jobs.RetryAsync(dead.Id));
        await UntilAsync(hive, static status => status is { Waiting: 0, Dead: 0 });
        Assert.Equal(["ann"], ran);
    }

    [Fact]
    public async Task Dead_jobs_are_listed_in_pages_retried_by_name_and_discarded_one_by_one()
    {
        bool works = false;
        await using SyncHive hive = new(options =>
        {
            options.Dispatch.JobAttempts = 1;
            options.Jobs["a"] = (_, _, _) => works ? Task.CompletedTask : throw new InvalidOperationException("down");
            options.Jobs["b"] = static (_, _, _) => throw new InvalidOperationException("never");
        });
        foreach (string name in new[] { "a", "b", "a" })
        {
            await StoreAsync(hive, name, "x");
        }

        hive.Sync.Start();
        await UntilAsync(hive, static status => status.Dead == 3);
        DeadJob first = Assert.Single(hive.Sync.Jobs.Dead(limit: 1));
        Assert.Equal(["b", "a"], hive.Sync.Jobs.Dead(after: first.Id).Select(static job => job.Name));
        works = true;
        await hive.Sync.StopAsync();
        Assert.Equal(2, await hive.Sync.Jobs.RetryAllAsync("a"));
        Assert.Equal(["a|0", "a|0", "b|1"], hive.Read("SELECT name, attempts FROM _hive_job ORDER BY name"));
        hive.Sync.Start();
        await UntilAsync(hive, static status => status is { Waiting: 0, Dead: 1 });
        DeadJob left = Assert.Single(hive.Sync.Jobs.Dead());
        Assert.True(await hive.Sync.Jobs.DiscardAsync(left.Id));
        Assert.False(await hive.Sync.Jobs.DiscardAsync(left.Id));
        Assert.False(await hive.Sync.Jobs.RetryAsync(left.Id));
        Assert.Empty(hive.Read("SELECT * FROM _hive_job"));
    }

    [Fact]
    public async Task A_job_that_waits_is_neither_retried_nor_discarded_by_its_id()
    {
        await using SyncHive hive = new();
        await StoreAsync(hive, "mail", "ann");
        Assert.False(await hive.Sync.Jobs.DiscardAsync(1));
        Assert.False(await hive.Sync.Jobs.RetryAsync(1));
        Assert.Equal(new HiveJobsStatus(Waiting: 1, Running: 0, Dead: 0), hive.Sync.Jobs.Status);
    }

    [Fact]
    public async Task A_typed_payload_comes_back_as_it_was_stored()
    {
        TaskCompletionSource<Welcome> ran = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using SyncHive hive = new(options => Add(options, welcome =>
        {
            ran.SetResult(welcome);
            return Task.CompletedTask;
        }));
        hive.Sync.Start();
        await StoreAsync(hive, WelcomeJob.Name, WelcomeJob.Write(new Welcome("a_1", 2)));
        await hive.RunUntilAsync(ran.Task);
        Assert.Equal(new Welcome("a_1", 2), await ran.Task);
    }

    [Theory]
    [InlineData("{\"Account\":3}", "is not the JSON of Welcome")]
    [InlineData("null", "is null")]
    public async Task A_payload_that_is_not_of_the_type_is_dead_at_once(string payload, string reason)
    {
        int ran = 0;
        await using SyncHive hive = new(options => Add(options, _ =>
        {
            ran++;
            return Task.CompletedTask;
        }));
        hive.Sync.Start();
        await StoreAsync(hive, WelcomeJob.Name, payload);
        await UntilAsync(hive, static status => status.Dead == 1);
        DeadJob dead = Assert.Single(hive.Sync.Jobs.Dead());
        Assert.Contains(reason, dead.Error, StringComparison.Ordinal);
        Assert.Equal((0, 1), (ran, dead.Attempts));
    }

    private static void Add(HiveOptions options, Func<Welcome, Task> handler)
        => options.Jobs[WelcomeJob.Name] = (_, payload, _) => handler(WelcomeJob.Read(payload));

    private static Task StoreAsync(SyncHive hive, string name, string payload) => hive.WriteAsync($"INSERT INTO _hive_job (name, payload, next_at) VALUES ('{name}', '{payload}', 0)");

    private static Task UntilAsync(SyncHive hive, Func<HiveJobsStatus, bool> condition) => hive.RunUntilAsync(() => condition(hive.Sync.Jobs.Status));

    internal sealed record Welcome(string Account, int Mails);

    [JsonSerializable(typeof(Welcome))]
    internal sealed partial class Json : JsonSerializerContext;
}
