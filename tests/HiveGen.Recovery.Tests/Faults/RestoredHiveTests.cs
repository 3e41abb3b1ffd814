namespace HiveGen.Tests;

/// <summary>A Hive that was put back to an earlier time, while its target went on.</summary>
public sealed class RestoredHiveTests
{
    // The drill of docs/backup.md, step by step.
    [Fact]
    public async Task Backup_lose_the_disk_restore_adopt()
    {
        await using Site site = new();
        string backup;
        string lost, kept;
        await using (Hive hive = site.Open())
        {
            IReadOnlyList<Account> accounts = await hive.Accounts.AddAsync(Site.Accounts("u", 100));
            kept = accounts[0].Id;
            backup = (await hive.BackupAsync(site.File("backups") + Path.DirectorySeparatorChar)).Path;
            lost = (await hive.Accounts.AddAsync(new Account { Email = "lost@x.example" })).Id;
            await hive.Accounts.SetAsync(kept, new() { Name = "lost too" });
            await hive.Accounts.RemoveAsync(accounts[1].Id);
            await Site.DrainAsync(hive);
        }

        foreach (string file in Directory.GetFiles(Path.GetDirectoryName(site.HivePath)!, "hive.db*"))
        {
            File.Delete(file);
        }

        Assert.Null(await HiveBackup.RestoreAsync(backup, site.HivePath));
        Hive again = site.Open();
        await again.Accounts.AddAsync(Site.Accounts("after", 3));
        TargetStatus status = await Site.UntilAsync(again, TargetState.Paused);
        Assert.Contains("restored backup", status.Reason, StringComparison.Ordinal);
        Assert.Contains("AdoptAsync(\"replica\")", status.Reason, StringComparison.Ordinal);
        Assert.Equal("1", Sql.ReadOne(site.ReplicaPath, $"SELECT count(*) FROM users_live WHERE id = '{lost}'"));

        await again.Sync.AdoptAsync("replica");
        await Site.DrainAsync(again);
        site.AssertEqual(again);
        Assert.Equal("0", Sql.ReadOne(site.ReplicaPath, $"SELECT count(*) FROM users_live WHERE id = '{lost}'"));
        Assert.True((await again.Sync.VerifyAsync("replica")).Equal);
        await again.Accounts.SetAsync(kept, new() { Name = "and on" });
        await Site.DrainAsync(again);
        site.AssertEqual(again);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    public async Task However_much_was_written_since_the_restored_Hive_is_found_out(int writtenSince)
    {
        await using Site site = new();
        string backup = await LoseAsync(site, static async hive =>
        {
            await hive.Accounts.AddAsync(Site.Accounts("lost", 50));
            await Site.DrainAsync(hive);
        });
        await HiveBackup.RestoreAsync(backup, site.HivePath);
        Hive again = site.Open(start: false);
        await again.Accounts.AddAsync(Site.Accounts("since", writtenSince));
        again.Sync.Start();
        await Site.UntilAsync(again, TargetState.Paused);
        Assert.Equal("50", Sql.ReadOne(site.ReplicaPath, "SELECT count(*) FROM users WHERE email LIKE 'lost%'"));
        Assert.Equal("0", Sql.ReadOne(site.ReplicaPath, "SELECT count(*) FROM users WHERE email LIKE 'since%'"));
    }

    [Fact]
    public async Task It_is_found_out_after_several_starts_too()
    {
        await using Site site = new();
        string backup = await LoseAsync(site, static async hive =>
        {
            await hive.Accounts.AddAsync(Site.Accounts("lost", 50));
            await Site.DrainAsync(hive);
        });
        await HiveBackup.RestoreAsync(backup, site.HivePath);
        for (int start = 0; start < 3; start++)
        {
            await using Hive hive = site.Open(start: false);
            await hive.Accounts.AddAsync(Site.Accounts($"since{start}x", 40));
        }

        await Site.UntilAsync(site.Open(), TargetState.Paused);
    }

    // A record is sent as it is when it is sent: a target that is behind shows changes that its cursor has not come to.
    [Fact]
    public async Task A_target_that_was_behind_has_heard_of_more_than_its_cursor_says()
    {
        await using Site site = new();
        string id = "";
        string backup = "";
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int windows = 0;
        site.Configure = static options => options.Dispatch.Window = 10;
        site.Wrap = target => new GatedTarget(target)
        {
            Before = (batch, stop) =>
            {
                // One window after the backup arrives; then the machine is gone.
                if (batch.Items.Count == 0 || backup.Length == 0 || Interlocked.Increment(ref windows) <= 1)
                {
                    return Task.CompletedTask;
                }

                reached.TrySetResult();
                return Task.Delay(Timeout.Infinite, stop);
            },
        };
        await using (Hive hive = site.Open())
        {
            id = (await hive.Accounts.AddAsync(new Account { Email = "a@x.example", Name = "first" })).Id;
            await Site.DrainAsync(hive);
            await hive.Sync.StopAsync();
            await hive.Accounts.SetAsync(id, new() { Name = "in the backup" });
            await hive.Accounts.AddAsync(Site.Accounts("u", 200));
            backup = (await hive.BackupAsync(site.File("good.bak"))).Path;
            await hive.Accounts.SetAsync(id, new() { Name = "lost" });
            hive.Sync.Start();
            await reached.Task.WaitAsync(Site.Limit);
        }

        site.Wrap = static target => target;
        Assert.Equal("lost", Sql.ReadOne(site.ReplicaPath, $"SELECT name FROM users WHERE id = '{id}'"));
        await HiveBackup.RestoreAsync(backup, site.HivePath);
        Hive again = site.Open();
        TargetStatus status = await Site.UntilAsync(again, TargetState.Paused);
        Assert.Contains("has heard of change", status.Reason, StringComparison.Ordinal);
        await again.Sync.AdoptAsync("replica");
        await Site.DrainAsync(again);
        site.AssertEqual(again);
    }

    [Fact]
    public async Task A_backup_that_the_target_is_not_ahead_of_simply_goes_on()
    {
        await using Site site = new();
        string backup = await LoseAsync(site, static hive => hive.Sync.StopAsync());
        await HiveBackup.RestoreAsync(backup, site.HivePath);
        Hive again = site.Open();
        await again.Accounts.AddAsync(Site.Accounts("since", 5));
        await Site.DrainAsync(again);
        site.AssertEqual(again);
        Assert.Equal("1", Sql.ReadOne(site.ReplicaPath, "SELECT epoch FROM _hive_cursor"));
    }

    [Fact]
    public async Task A_backup_of_before_an_adoption_is_of_an_older_epoch()
    {
        await using Site site = new();
        string backup = await LoseAsync(site, static async hive =>
        {
            await hive.Sync.AdoptAsync("replica");
            await Site.DrainAsync(hive);
        });
        await HiveBackup.RestoreAsync(backup, site.HivePath);
        Hive again = site.Open();
        TargetStatus status = await Site.UntilAsync(again, TargetState.Paused);
        Assert.Contains("epoch 2", status.Reason, StringComparison.Ordinal);
        await again.Sync.AdoptAsync("replica");
        await Site.DrainAsync(again);
        Assert.Equal("3", Sql.ReadOne(site.ReplicaPath, "SELECT epoch FROM _hive_cursor"));
        site.AssertEqual(again);
    }

    [Fact]
    public async Task A_target_without_a_cursor_waits_for_adoption_after_a_restore()
    {
        await using Site site = new() { Wrap = static target => new ForgetfulTarget(target) };
        string backup = await LoseAsync(site, static async hive =>
        {
            await hive.Accounts.AddAsync(Site.Accounts("lost", 50));
            await Site.DrainAsync(hive);
        });
        await HiveBackup.RestoreAsync(backup, site.HivePath);
        Hive again = site.Open();
        await again.Accounts.AddAsync(Site.Accounts("since", 20));
        TargetStatus status = await Site.UntilAsync(again, TargetState.Paused);
        Assert.Contains("keeps no cursor", status.Reason, StringComparison.Ordinal);
        await again.Sync.AdoptAsync("replica");
        await Site.DrainAsync(again);
        site.AssertEqual(again);
        // Once: the next start goes on by itself.
        await again.DisposeAsync();
        Hive third = site.Open();
        await third.Accounts.AddAsync(Site.Accounts("third", 5));
        await Site.DrainAsync(third);
        site.AssertEqual(third);
    }

    // Makes a Hive of 100 records that have arrived, a backup of it, and then does what will be lost.
    private static async Task<string> LoseAsync(Site site, Func<Hive, Task> lost)
    {
        await using Hive hive = site.Open();
        await hive.Accounts.AddAsync(Site.Accounts("u", 100));
        await Site.DrainAsync(hive);
        string backup = (await hive.BackupAsync(site.File("good.bak"))).Path;
        await lost(hive);
        return backup;
    }
}
