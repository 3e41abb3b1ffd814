namespace HiveGen.Tests;

/// <summary>A target that lost something, while the Hive went on.</summary>
public sealed class LostTargetTests
{
    [Fact]
    public async Task A_wiped_target_is_loaded_afresh()
    {
        await using Site site = new();
        await using (Hive hive = site.Open())
        {
            await hive.Accounts.AddAsync(Site.Accounts("u", 2500));
            await Site.DrainAsync(hive);
        }

        DeleteReplica(site);
        Hive again = site.Open();
        await Site.DrainAsync(again);
        Assert.Equal("2500", Sql.ReadOne(site.ReplicaPath, "SELECT count(*) FROM users_live"));
        site.AssertEqual(again);
    }

    [Fact]
    public async Task A_target_that_is_wiped_under_way_is_loaded_afresh()
    {
        await using Site site = new();
        Hive hive = site.Open();
        await hive.Accounts.AddAsync(Site.Accounts("u", 100));
        await Site.DrainAsync(hive);
        Sql.Execute(site.ReplicaPath, "PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE; DELETE FROM users; DELETE FROM _hive_cursor; COMMIT");
        await hive.Accounts.AddAsync(Site.Accounts("more", 5));
        await Site.DrainAsync(hive);
        site.AssertEqual(hive);
        Assert.Equal("105", Sql.ReadOne(site.ReplicaPath, "SELECT count(*) FROM users_live"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_target_restored_from_an_older_backup_gets_everything_again(bool earlierSession)
    {
        await using Site site = new();
        Hive hive = site.Open();
        IReadOnlyList<Account> accounts = await hive.Accounts.AddAsync(Site.Accounts("u", 100));
        await Site.DrainAsync(hive);
        if (earlierSession)
        {
            // Its cursor is then of a session that has long ended.
            await hive.DisposeAsync();
            File.Copy(site.ReplicaPath, site.File("old.db"));
            hive = site.Open();
        }
        else
        {
            Sql.Execute(site.ReplicaPath, $"VACUUM INTO '{site.File("old.db")}'");
        }

        await hive.Accounts.RemoveAsync(accounts[0].Id);
        await hive.Accounts.SetAsync(accounts[1].Id, new() { Name = "newer" });
        await hive.Accounts.AddAsync(Site.Accounts("more", 50));
        await Site.DrainAsync(hive);
        await hive.DisposeAsync();
        DeleteReplica(site);
        File.Move(site.File("old.db"), site.ReplicaPath);

        Hive again = site.Open();
        await Site.DrainAsync(again);
        site.AssertEqual(again);
        Assert.True((await again.Sync.VerifyAsync("replica")).Equal);
    }

    [Fact]
    public async Task A_target_that_is_put_back_under_way_gets_everything_again()
    {
        await using Site site = new();
        Hive hive = site.Open();
        IReadOnlyList<Account> accounts = await hive.Accounts.AddAsync(Site.Accounts("u", 50));
        await Site.DrainAsync(hive);
        Sql.Execute(site.ReplicaPath, "PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE; CREATE TABLE old_users AS SELECT * FROM users; CREATE TABLE old_cursor AS SELECT * FROM _hive_cursor; COMMIT");
        await hive.Accounts.RemoveAsync(accounts[0].Id);
        await hive.Accounts.SetAsync(accounts[1].Id, new() { Name = "newer" });
        await Site.DrainAsync(hive);
        Sql.Execute(site.ReplicaPath, """
            PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE; DELETE FROM users; INSERT INTO users SELECT * FROM old_users;
            DELETE FROM _hive_cursor; INSERT INTO _hive_cursor SELECT * FROM old_cursor; COMMIT
            """);
        await hive.Accounts.AddAsync(new Account { Email = "wake@x.example" });
        await Site.DrainAsync(hive);
        site.AssertEqual(hive);
    }

    private static void DeleteReplica(Site site)
    {
        foreach (string file in Directory.GetFiles(Path.GetDirectoryName(site.ReplicaPath)!, "replica.db*"))
        {
            File.Delete(file);
        }
    }
}
