namespace HiveGen.Tests;

public sealed class RebuildTests
{
    [Fact]
    public async Task Everything_is_sent_again_and_what_does_not_exist_becomes_a_ghost()
    {
        await using Site site = new();
        Hive hive = site.Open();
        await hive.Accounts.AddAsync(Site.Accounts("u", 3000));
        await Site.DrainAsync(hive);
        string home = Sql.ReadOne(site.ReplicaPath, "SELECT DISTINCT _home FROM users");
        Sql.Execute(site.ReplicaPath, $"""
            DELETE FROM users WHERE email LIKE 'u1%'; UPDATE users SET name = 'spoilt' WHERE email LIKE 'u2%'; UPDATE users SET _deleted = 1 WHERE email LIKE 'u3%';
            INSERT INTO users (id, email, _version, _home, _synced_at) VALUES ('extra', 'x', 1, '{home}', 0), ('theirs', 'x', 1, 'http', 0)
            """);
        await hive.Sync.RebuildAsync("replica");
        // It has ended: nothing is waited for here.
        Assert.Equal("3001", Sql.ReadOne(site.ReplicaPath, "SELECT count(*) FROM users_live"));
        Assert.Equal("1", Sql.ReadOne(site.ReplicaPath, "SELECT _deleted FROM users WHERE id = 'extra'"));
        Sql.Execute(site.ReplicaPath, "DELETE FROM users WHERE _home = 'http'");
        site.AssertEqual(hive);
        Assert.True((await hive.Sync.VerifyAsync("replica")).Equal);
    }

    [Fact]
    public async Task Progress_tells_every_model_up_to_its_end()
    {
        await using Site site = new();
        Hive hive = site.Open();
        await hive.Accounts.AddAsync(Site.Accounts("u", 4500));
        await hive.Countries.AddAsync(new Country { Id = 1, Code = "DE", Name = "Germany" });
        await Site.DrainAsync(hive);
        Steps steps = new();
        await hive.Sync.RebuildAsync("replica", steps);
        List<RebuildProgress> users = steps.Of("users");
        Assert.All(users, static step => Assert.Equal(4500, step.Total));
        Assert.Equal(users.OrderBy(static step => step.Done), users);
        Assert.Equal(4500, users[^1].Done);
        Assert.Equal(new RebuildProgress("countries", 1, 1), steps.Of("countries")[^1]);
    }

    [Fact]
    public async Task A_second_call_joins_the_first()
    {
        await using Site site = new();
        Task called = Task.CompletedTask;
        site.Wrap = target => new GatedTarget(target) { Before = (_, stop) => called.WaitAsync(stop) };
        Hive hive = site.Open();
        await hive.Accounts.AddAsync(Site.Accounts("u", 3000));
        await Site.DrainAsync(hive);
        long before = Seq(hive);
        TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        called = all.Task;
        // The first cannot end before the last has come: a call after its end begins another.
        Task[] calls = [.. Enumerable.Range(0, 5).Select(_ => hive.Sync.RebuildAsync("replica"))];
        all.SetResult();
        await Task.WhenAll(calls);
        // Every load takes one version, and all models share it.
        Assert.InRange(Seq(hive) - before, 1, 2);
        Assert.Single(Sql.Read(site.ReplicaPath, "SELECT DISTINCT _version FROM users"));
    }

    [Fact]
    public async Task A_rebuild_outlives_a_restart_and_goes_on_where_it_was()
    {
        await using Site site = new();
        TaskCompletionSource third = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int chunks = int.MinValue;
        int sent = 0;
        site.Wrap = target => new GatedTarget(target)
        {
            Before = (batch, stop) =>
            {
                Interlocked.Add(ref sent, batch.Items.Count);
                if (batch.Items.Count == 0 || Interlocked.Increment(ref chunks) != 3)
                {
                    return Task.CompletedTask;
                }

                third.TrySetResult();
                return Task.Delay(Timeout.Infinite, stop);
            },
        };
        await using (Hive hive = site.Open())
        {
            await hive.Accounts.AddAsync(Site.Accounts("u", 5000));
            await Site.DrainAsync(hive);
            Sql.Execute(site.ReplicaPath, "UPDATE users SET name = 'spoilt'");
            Volatile.Write(ref chunks, 0);
            Task rebuild = hive.Sync.RebuildAsync("replica");
            await third.Task.WaitAsync(Site.Limit);
            await hive.Sync.StopAsync();
            HiveException stopped = await Assert.ThrowsAsync<HiveException>(() => rebuild);
            Assert.Contains("stopped", stopped.Message, StringComparison.Ordinal);
            Assert.Equal("3000", Sql.ReadOne(site.ReplicaPath, "SELECT count(*) FROM users WHERE name = 'spoilt'"));
        }

        Volatile.Write(ref sent, 0);
        Hive again = site.Open();
        await Site.DrainAsync(again);
        Assert.Equal(3000, Volatile.Read(ref sent));
        Assert.Equal("0", Sql.ReadOne(site.ReplicaPath, "SELECT count(*) FROM users WHERE name = 'spoilt'"));
        Assert.Single(Sql.Read(site.ReplicaPath, "SELECT DISTINCT _version FROM users"));
        site.AssertEqual(again);
    }

    [Fact]
    public async Task Changes_made_meanwhile_win()
    {
        await using Site site = new();
        Hive hive = site.Open();
        List<string> ids = [.. (await hive.Accounts.AddAsync(Site.Accounts("u", 4000))).Select(static account => (string)account.Id)];
        await Site.DrainAsync(hive);
        Task rebuild = hive.Sync.RebuildAsync("replica");
        for (int i = 0; !rebuild.IsCompleted; i++)
        {
            await hive.Accounts.SetAsync(ids[i % 2000], new() { Name = $"live {i}" });
            await hive.Accounts.RemoveAsync(ids[2000 + (i % 2000)]);
            await hive.Accounts.AddAsync(new Account { Email = $"new{i}@x.example" });
        }

        await rebuild;
        await Site.DrainAsync(hive);
        site.AssertEqual(hive);
        Assert.True((await hive.Sync.VerifyAsync("replica")).Equal);
    }

    [Fact]
    public async Task A_paused_target_is_rebuilt_once_it_is_resumed()
    {
        await using Site site = new();
        Hive hive = site.Open();
        await hive.Accounts.AddAsync(Site.Accounts("u", 10));
        await Site.DrainAsync(hive);
        Sql.Execute(site.ReplicaPath, "UPDATE users SET name = 'spoilt'");
        await hive.Sync.PauseAsync("replica", "for the test");
        await Site.UntilAsync(hive, TargetState.Paused);
        HiveException paused = await Assert.ThrowsAsync<HiveException>(() => hive.Sync.RebuildAsync("replica"));
        Assert.Contains("for the test", paused.Message, StringComparison.Ordinal);
        await hive.Sync.ResumeAsync("replica");
        await Site.DrainAsync(hive);
        site.AssertEqual(hive);
    }

    private static long Seq(Hive hive) => hive.Sync.Status.Seq;

    private sealed class Steps : IProgress<RebuildProgress>
    {
        private readonly List<RebuildProgress> all = [];

        public List<RebuildProgress> Of(string model) => [.. all.Where(step => step.Model == model)];

        public void Report(RebuildProgress value) => all.Add(value);
    }
}
