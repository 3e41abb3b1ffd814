using Microsoft.Data.Sqlite;

namespace HiveGen.Tests;

public sealed class RestoreTests
{
    [Fact]
    public async Task The_replaced_file_stays_beside_whole()
    {
        await using Site site = new();
        string backup = await BackupAsync(site, 10);
        // The files of a process that was killed: what was committed last is in the log alone.
        string crashed = site.File("crashed.db");
        await using (Hive hive = site.Open(start: false))
        {
            await hive.Accounts.AddAsync(Site.Accounts("later", 5));
            File.Copy(site.HivePath, crashed);
            File.Copy(site.HivePath + "-wal", crashed + "-wal");
        }

        Assert.NotEqual(0, new FileInfo(crashed + "-wal").Length);
        string? replaced = await HiveBackup.RestoreAsync(backup, crashed);
        Assert.StartsWith(crashed + ".replaced-", replaced, StringComparison.Ordinal);
        Assert.False(File.Exists(crashed + "-wal"));
        Assert.Equal("10", Sql.ReadOne(crashed, "SELECT count(*) FROM accounts"));
        Assert.Equal("15", Sql.ReadOne(replaced!, "SELECT count(*) FROM accounts"));
        Assert.Equal("ok", Sql.ReadOne(crashed, "PRAGMA integrity_check"));
        Hive again = site.Open(crashed, site.File("other.db"), start: false);
        Assert.Equal(10, again.Accounts.All().Count());
    }

    [Fact]
    public async Task Told_so_it_keeps_nothing()
    {
        await using Site site = new();
        string backup = await BackupAsync(site, 10);
        Assert.Null(await HiveBackup.RestoreAsync(backup, site.HivePath, new RestoreOptions { KeepReplaced = false }));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(site.HivePath)!, "hive.db.replaced*"));
        Assert.Equal("10", Sql.ReadOne(site.HivePath, "SELECT count(*) FROM accounts"));
    }

    [Fact]
    public async Task A_damaged_Hive_is_replaced_and_nothing_of_it_is_left_beside_the_new_one()
    {
        await using Site site = new();
        string backup = await BackupAsync(site, 10);
        await File.WriteAllBytesAsync(site.HivePath, Enumerable.Repeat((byte)7, 9000).ToArray());
        await File.WriteAllTextAsync(site.HivePath + "-wal", "stale");
        await File.WriteAllTextAsync(site.HivePath + "-shm", "stale");
        await File.WriteAllTextAsync(site.HivePath + ".restoring", "what a crash left");
        string? replaced = await HiveBackup.RestoreAsync(backup, site.HivePath);
        Assert.Equal(9000, new FileInfo(replaced!).Length);
        Assert.False(File.Exists(site.HivePath + "-wal"));
        Assert.False(File.Exists(site.HivePath + "-shm"));
        Assert.False(File.Exists(site.HivePath + ".restoring"));
        Assert.Equal(10, site.Open(start: false).Accounts.All().Count());
    }

    [Fact]
    public async Task A_missing_Hive_is_made_and_a_log_without_a_file_is_not_taken_for_its_own()
    {
        await using Site site = new();
        string backup = await BackupAsync(site, 10);
        string log = site.HivePath + "-wal";
        await using (Hive hive = site.Open(start: false))
        {
            await hive.Accounts.AddAsync(Site.Accounts("later", 5));
            File.Copy(log, log + ".kept");
        }

        File.Delete(site.HivePath);
        File.Move(log + ".kept", log);
        Assert.Null(await HiveBackup.RestoreAsync(backup, site.HivePath));
        Assert.Equal(10, site.Open(start: false).Accounts.All().Count());
    }

    [Fact]
    public async Task An_open_Hive_is_not_touched()
    {
        await using Site site = new();
        string backup = await BackupAsync(site, 10);
        Hive hive = site.Open(start: false);
        HiveStorageException inUse = await Assert.ThrowsAsync<HiveStorageException>(() => HiveBackup.RestoreAsync(backup, site.HivePath, new RestoreOptions { LockTimeout = TimeSpan.Zero }));
        Assert.Contains("in use", inUse.Message, StringComparison.Ordinal);
        await hive.Accounts.AddAsync(new Account { Email = "still@x.example" });
    }

    [Fact]
    public async Task What_is_no_finished_backup_is_refused_and_the_Hive_stays_as_it_was()
    {
        await using Site site = new();
        string backup = await BackupAsync(site, 3000);
        byte[] before = await File.ReadAllBytesAsync(site.HivePath);
        await RefusedAsync("missing", static _ => { }, "missing or empty");
        await RefusedAsync("text", static path => File.WriteAllText(path, new string('x', 5000)), "not a SQLite database");
        await RefusedAsync("foreign", static path => Sql.Execute(path, "CREATE TABLE t (a)"), "another program");
        await RefusedAsync("newer", path => Copied(path, static db => "PRAGMA user_version = 99"), "newer");
        await RefusedAsync("live", path => Copied(path, static _ => "SELECT 1", path + "-wal"), "no finished backup");
        await RefusedAsync("damaged", path => Damaged(path), "damaged");
        await RefusedAsync("hive", path => { }, "both the backup and the Hive", site.HivePath);

        void Copied(string path, Func<string, string> sql, string? beside = null)
        {
            File.Copy(backup, path);
            Sql.Execute(path, sql(path));
            if (beside is not null)
            {
                File.WriteAllText(beside, "part");
            }
        }

        void Damaged(string path)
        {
            File.Copy(backup, path);
            using FileStream file = new(path, FileMode.Open);
            file.Position = file.Length / 8192 * 4096;
            file.Write(Enumerable.Repeat((byte)0xEE, 4096).ToArray());
        }

        async Task RefusedAsync(string name, Action<string> make, string why, string? path = null)
        {
            path ??= site.File(name + ".bak");
            make(path);
            HiveStorageException refused = await Assert.ThrowsAsync<HiveStorageException>(() => HiveBackup.RestoreAsync(path, site.HivePath));
            Assert.Contains(why, refused.Message, StringComparison.Ordinal);
            Assert.Equal(before, await File.ReadAllBytesAsync(site.HivePath));
            Assert.False(File.Exists(site.HivePath + ".restoring"));
        }
    }

    [Fact]
    public async Task A_read_only_backup_makes_a_Hive_that_can_be_written()
    {
        await using Site site = new();
        string backup = await BackupAsync(site, 10);
        File.SetAttributes(backup, FileAttributes.ReadOnly);
        try
        {
            await HiveBackup.RestoreAsync(backup, site.HivePath);
        }
        finally
        {
            File.SetAttributes(backup, FileAttributes.Normal);
        }

        await site.Open(start: false).Accounts.AddAsync(new Account { Email = "new@x.example" });
    }

    [Fact]
    public async Task A_reader_that_has_the_old_log_open_is_waited_for_and_then_told()
    {
        await using Site site = new();
        string backup = await BackupAsync(site, 10);
        string crashed = site.File("crashed.db");
        await using (Hive hive = site.Open(start: false))
        {
            await hive.Accounts.AddAsync(Site.Accounts("later", 5));
            File.Copy(site.HivePath, crashed);
            File.Copy(site.HivePath + "-wal", crashed + "-wal");
        }

        using (SqliteConnection reader = Sql.Open(crashed))
        {
            using SqliteCommand command = reader.CreateCommand();
            command.CommandText = "BEGIN; SELECT count(*) FROM accounts";
            Assert.Equal(15L, command.ExecuteScalar());
            HiveStorageException open = await Assert.ThrowsAsync<HiveStorageException>(() => HiveBackup.RestoreAsync(backup, crashed));
            Assert.Contains("close it", open.Message, StringComparison.Ordinal);
        }

        await HiveBackup.RestoreAsync(backup, crashed);
        Assert.Equal("10", Sql.ReadOne(crashed, "SELECT count(*) FROM accounts"));
    }

    private static async Task<string> BackupAsync(Site site, int records)
    {
        await using Hive hive = site.Open(start: false);
        await hive.Accounts.AddAsync(Site.Accounts("u", records));
        return (await hive.BackupAsync(site.File("good.bak"))).Path;
    }
}
