namespace HiveGen.Tests;

/// <summary>Two live copies of one Hive and one target: never do both write.</summary>
public sealed class TwoCopiesTests
{
    [Fact]
    public async Task A_copy_that_comes_second_pauses_and_the_first_goes_on()
    {
        await using Site site = new();
        string copy = await CopyAsync(site);
        Hive first = site.Open();
        await first.Accounts.AddAsync(Site.Accounts("first", 10));
        await Site.DrainAsync(first);
        Hive second = site.Open(copy);
        await second.Accounts.AddAsync(Site.Accounts("second", 10));
        TargetStatus status = await Site.UntilAsync(second, TargetState.Paused);
        Assert.Contains("second copy", status.Reason, StringComparison.Ordinal);
        await first.Accounts.AddAsync(Site.Accounts("more", 10));
        await Site.DrainAsync(first);
        site.AssertEqual(first);
        Assert.Equal("0", Sql.ReadOne(site.ReplicaPath, "SELECT count(*) FROM users WHERE email LIKE 'second%'"));
    }

    [Fact]
    public async Task A_first_that_is_overtaken_finds_out_before_it_writes()
    {
        await using Site site = new();
        Hive first = site.Open();
        await first.Accounts.AddAsync(Site.Accounts("u", 10));
        await Site.DrainAsync(first);
        string copy = (await first.BackupAsync(site.File("copy.db"))).Path;
        // The copy knows everything the target knows: it looks like the Hive after a restart.
        Hive second = site.Open(copy);
        await second.Accounts.AddAsync(Site.Accounts("second", 10));
        await Site.DrainAsync(second);
        await first.Accounts.AddAsync(Site.Accounts("first", 10));
        TargetStatus status = await Site.UntilAsync(first, TargetState.Paused);
        Assert.Contains("second copy", status.Reason, StringComparison.Ordinal);
        Assert.Equal("0", Sql.ReadOne(site.ReplicaPath, "SELECT count(*) FROM users WHERE email LIKE 'first%'"));
        site.AssertEqual(second);
    }

    [Fact]
    public async Task The_copy_that_adopts_wins_and_the_other_pauses()
    {
        await using Site site = new();
        string copy = await CopyAsync(site);
        Hive first = site.Open();
        await first.Accounts.AddAsync(Site.Accounts("first", 10));
        await Site.DrainAsync(first);
        Hive second = site.Open(copy);
        await Site.UntilAsync(second, TargetState.Paused);
        await second.Accounts.AddAsync(Site.Accounts("second", 10));
        await second.Sync.AdoptAsync("replica");
        await Site.DrainAsync(second);
        await first.Accounts.AddAsync(Site.Accounts("late", 10));
        TargetStatus status = await Site.UntilAsync(first, TargetState.Paused);
        Assert.Contains("epoch 2", status.Reason, StringComparison.Ordinal);
        site.AssertEqual(second);
        Assert.Equal("0", Sql.ReadOne(site.ReplicaPath, "SELECT count(*) FROM users_live WHERE email LIKE 'first%' OR email LIKE 'late%'"));
        // And back again.
        await first.Sync.AdoptAsync("replica");
        await Site.DrainAsync(first);
        site.AssertEqual(first);
        await second.Accounts.AddAsync(new Account { Email = "wake@x.example" });
        await Site.UntilAsync(second, TargetState.Paused);
        site.AssertEqual(first);
    }

    // Whoever holds the target when the writing ends, its rows are all there and none of the other's of after the copy.
    [Fact]
    public Task Two_copies_that_start_at_once_and_write_at_random_never_mix() => Seed.RunAsync(5, async random =>
    {
        await using Site site = new();
        string copy = await CopyAsync(site);
        Hive[] hives = [site.Open(start: false), site.Open(copy, start: false)];
        int[] order = random.Next(2) == 0 ? [0, 1] : [1, 0];
        await Task.WhenAll(order.Select(index => Task.Run(async () =>
        {
            hives[index].Sync.Start();
            for (int i = 0; i < 40; i++)
            {
                await hives[index].Accounts.AddAsync(new Account { Email = $"hive{index}-{i}@x.example" });
            }
        })));
        using CancellationTokenSource limit = new(Site.Limit);
        // One pauses; the other drains.
        Task<int> paused = await Task.WhenAny(hives.Select(async (hive, index) =>
        {
            await Site.UntilAsync(hive, TargetState.Paused);
            return index;
        }));
        int loser = await paused;
        await Site.DrainAsync(hives[1 - loser]);
        Assert.Equal(TargetState.Paused, hives[loser].Sync.Status.Targets[0].State);
        Assert.Equal("40", Sql.ReadOne(site.ReplicaPath, $"SELECT count(*) FROM users_live WHERE email LIKE 'hive{1 - loser}-%'"));
        long mixed = long.Parse(Sql.ReadOne(site.ReplicaPath, $"SELECT count(*) FROM users_live WHERE email LIKE 'hive{loser}-%'"), System.Globalization.CultureInfo.InvariantCulture);
        if (mixed > 0)
        {
            // What the loser had sent before it lost is told by a comparison, and repaired.
            Assert.Equal(mixed, (await hives[1 - loser].Sync.VerifyAsync("replica", new VerifyOptions { Repair = true })).Different);
            await Site.DrainAsync(hives[1 - loser]);
        }

        site.AssertEqual(hives[1 - loser]);
    });

    // A copy of a Hive whose records have all arrived.
    private static async Task<string> CopyAsync(Site site)
    {
        await using (Hive hive = site.Open())
        {
            await hive.Accounts.AddAsync(Site.Accounts("u", 20));
            await Site.DrainAsync(hive);
        }

        File.Copy(site.HivePath, site.File("copy.db"));
        return site.File("copy.db");
    }
}
