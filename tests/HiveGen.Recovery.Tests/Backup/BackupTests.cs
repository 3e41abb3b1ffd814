namespace HiveGen.Tests;

public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_made_while_others_write_holds_one_moment()
    {
        await using Site site = new();
        Hive hive = site.Open();
        await hive.Accounts.AddAsync(Site.Accounts("u", 20_000));
        using CancellationTokenSource stop = new();
        Task writer = Task.Run(async () =>
        {
            for (int i = 0; !stop.IsCancellationRequested; i++)
            {
                string name = $"pair {i}";
                await hive.BatchAsync(batch =>
                {
                    batch.Add(new Account { Email = $"left{i}@x.example", Name = name });
                    batch.Add(new Account { Email = $"right{i}@x.example", Name = name });
                });
            }
        });
        List<BackupProgress> steps = [];
        BackupResult made = await hive.BackupAsync(site.File("backups") + Path.DirectorySeparatorChar, new Steps(steps));
        long after = hive.Sync.Status.Seq;
        await stop.CancelAsync();
        await writer;

        Assert.Equal([Path.GetFileName(made.Path)], Directory.GetFiles(site.File("backups")).Select(Path.GetFileName));
        Assert.Equal(new FileInfo(made.Path).Length, made.Bytes);
        Assert.InRange(made.Seq, 20_000, after);
        Assert.Equal(steps[^1].Total, steps[^1].Done);
        Assert.Equal(made.Bytes, steps[^1].Total);
        Assert.Equal("ok", Sql.ReadOne(made.Path, "PRAGMA integrity_check"));
        Assert.Empty(Sql.Read(made.Path, "SELECT name FROM accounts WHERE name LIKE 'pair %' GROUP BY name HAVING count(*) <> 2"));
        Assert.Equal(made.Seq.ToString(), Sql.ReadOne(made.Path, "SELECT seq FROM sqlite_sequence WHERE name = '_hive_change'"));
    }

    [Fact]
    public async Task The_writer_is_not_held_up()
    {
        await using Site site = new();
        Hive hive = site.Open(start: false);
        await hive.Accounts.AddAsync(Enumerable.Range(0, 3000).Select(static i => new Account { Email = $"u{i}@x.example", Name = new string('n', 4000) }));
        // In the middle of the copy, on its thread: a write that had to wait for the copy would wait for ever.
        List<BackupProgress> steps = [];
        BackupResult made = await hive.BackupAsync(site.File("copy.db"), new Steps(steps, _ => Assert.True(hive.Accounts.AddAsync(new Account { Email = Guid.NewGuid() + "@x.example" }).AsTask().Wait(Site.Limit))));

        // What is written meanwhile is not in it, and does not make it begin anew.
        Assert.True(steps.Count > 2);
        Assert.Equal(steps.Order(Comparer<BackupProgress>.Create(static (left, right) => left.Done.CompareTo(right.Done))), steps);
        Assert.Equal((3000, "3000"), (made.Seq, Sql.ReadOne(made.Path, "SELECT count(*) FROM accounts")));
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        await using Site site = new();
        Hive hive = site.Open();
        string path = site.File("copy.db");
        await File.WriteAllTextAsync(path, "mine");
        HiveStorageException refused = await Assert.ThrowsAsync<HiveStorageException>(() => hive.BackupAsync(path));
        Assert.Contains("exists already", refused.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_backup_that_was_given_up_leaves_nothing()
    {
        await using Site site = new();
        Hive hive = site.Open();
        await hive.Accounts.AddAsync(Site.Accounts("u", 20_000));
        string folder = site.File("backups") + Path.DirectorySeparatorChar;
        using CancellationTokenSource stop = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hive.BackupAsync(folder, new Steps([], _ => stop.Cancel()), stop.Token));
        Assert.Empty(Directory.GetFiles(folder));
        await hive.BackupAsync(folder);
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task What_a_crash_left_of_a_backup_is_deleted_by_the_next_one()
    {
        await using Site site = new();
        Hive hive = site.Open();
        string folder = site.File("backups") + Path.DirectorySeparatorChar;
        Directory.CreateDirectory(folder);
        string[] left = ["hive-20260101T000000000Z.db.part", "hive-20260101T000000000Z.db.part-journal"];
        string[] others = ["hive-mine.db.part", "other-20260101T000000000Z.db.part"];
        foreach (string name in left.Concat(others))
        {
            await File.WriteAllTextAsync(folder + name, "half");
        }

        BackupResult made = await hive.BackupAsync(folder);
        Assert.Equal([.. others.Append(Path.GetFileName(made.Path)).Order()], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_damaged_Hive_makes_no_backup_that_looks_like_one()
    {
        await using Site site = new();
        // Nothing is sent: a log that is trimmed leaves free pages, which may be damaged without harm.
        await using (Hive first = site.Open(start: false))
        {
            await first.Accounts.AddAsync(Site.Accounts("u", 5000));
        }

        using (FileStream file = new(site.HivePath, FileMode.Open))
        {
            file.Position = file.Length / 8192 * 4096;
            file.Write(Enumerable.Repeat((byte)0xEE, 4096).ToArray());
        }

        Hive hive = site.Open(start: false);
        string folder = site.File("backups") + Path.DirectorySeparatorChar;
        HiveStorageException damaged = await Assert.ThrowsAsync<HiveStorageException>(() => hive.BackupAsync(folder));
        Assert.Contains("damaged", damaged.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    private sealed class Steps(List<BackupProgress> steps, Action<BackupProgress>? then = null) : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value)
        {
            steps.Add(value);
            then?.Invoke(value);
        }
    }
}
