using HiveGen.Adapters.Sqlite;
using HiveGen.Targets;
using HiveGen.TestModels;

namespace HiveGen.Tests;

public sealed class EndToEndTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TestFolder folder = new();

    private string HivePath => folder.File("hive.db");

    private string ReplicaPath => folder.File("replica.db");

    [Fact]
    public async Task Every_type_arrives_as_it_is_stored()
    {
        await using Hive hive = Open();
        Account account = await hive.Accounts.AddAsync(new Account { Email = "a@x.example" });
        await hive.AllTypes.AddAsync(new AllTypes
        {
            TextOrNull = "ü € 🐝",
            BoolOrNull = false,
            ULongOrNull = long.MaxValue,
            LongOrNull = long.MinValue,
            DoubleOrNull = 1e300,
            DecimalOrNull = -12.34m,
            DateTimeOffsetOrNull = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(2)),
            TimeSpanOrNull = TimeSpan.FromDays(-3),
            GuidOrNull = Guid.NewGuid(),
            BlobOrNull = [0, 1, 255],
            Tags = ["a", "b"],
            Address = new Address("s", "c"),
            Link = account.Id,
        });
        await hive.AllTypes.AddAsync(new AllTypes());
        await hive.Sync.WhenIdleAsync(timeout: Limit);
        SyncModel model = Assert.IsType<AllTypes.Schema>(Hive.Schema.Models.Single(static model => model.Name == nameof(AllTypes))).Sync!;
        AssertEqualRows(model);
    }

    [Fact]
    public async Task Twenty_thousand_records_arrive_equal()
    {
        await using (Hive hive = Open(start: false))
        {
            for (int chunk = 0; chunk < 10; chunk++)
            {
                await hive.Accounts.AddAsync(Enumerable.Range(chunk * 1000, 1000).Select(static i => new Account { Email = $"u{i}@x.example", Name = i % 3 == 0 ? null : $"User {i}" }));
            }

            // Half comes by the full load, half by the log.
            hive.Sync.Start();
            for (int chunk = 10; chunk < 20; chunk++)
            {
                await hive.Accounts.AddAsync(Enumerable.Range(chunk * 1000, 1000).Select(static i => new Account { Email = $"u{i}@x.example", EmailVerified = true }));
            }

            await hive.Sync.WhenIdleAsync(timeout: Limit);
        }

        Assert.Equal("20000", Sql.ReadOne(ReplicaPath, "SELECT count(*) FROM users_live"));
        AssertEqualRows(Replica.Users);
    }

    [Fact]
    public async Task Sets_removes_and_cascades_arrive()
    {
        await using Hive hive = Open();
        Account ann = await hive.Accounts.AddAsync(new Account { Email = "ann@x.example", PasswordHash = "secret" });
        Post post = await hive.Posts.AddAsync(new Post { Account = ann.Id, Title = "one", Note = "local" });
        await hive.Comments.AddAsync(new Comment { Post = post.Id, Author = ann.Id, Text = "hm" });
        await hive.Accounts.SetAsync(ann.Id, new Account.Changes { Name = "Ann" });
        await hive.Sync.WhenIdleAsync(timeout: Limit);
        Assert.Equal(["Ann"], Sql.Read(ReplicaPath, "SELECT name FROM users_live"));
        Assert.Equal(["one"], Sql.Read(ReplicaPath, "SELECT title FROM posts_live"));
        Assert.DoesNotContain("password_hash", Sql.ReadOne(ReplicaPath, "SELECT group_concat(name) FROM pragma_table_info('users')"), StringComparison.Ordinal);
        await hive.Accounts.RemoveAsync(ann.Id);
        await hive.Sync.WhenIdleAsync(timeout: Limit);
        Assert.Equal("0|0|0", Sql.ReadOne(ReplicaPath, "SELECT (SELECT count(*) FROM users_live), (SELECT count(*) FROM posts_live), (SELECT count(*) FROM comments_live)"));
        Assert.Equal("1|1|1", Sql.ReadOne(ReplicaPath, "SELECT (SELECT count(*) FROM users), (SELECT count(*) FROM posts), (SELECT count(*) FROM comments)"));
    }

    [Fact]
    public async Task What_replace_deletes_arrives_as_a_ghost()
    {
        await using Hive hive = Open();
        Account ann = await hive.Accounts.AddAsync(new Account { Email = "ann@x.example" });
        await hive.Sync.WhenIdleAsync(timeout: Limit);
        await hive.Sync.StopAsync();
        await hive.DisposeAsync();
        // Another program, which does not set recursive_triggers, so that no delete trigger fires.
        Sql.Execute(HivePath, "INSERT OR REPLACE INTO accounts (id, email, created_at, updated_at) VALUES ('acc_new', 'ann@x.example', 0, 0)");
        await using Hive again = Open();
        await again.Sync.WhenIdleAsync(timeout: Limit);
        Assert.Equal(["acc_new"], Sql.Read(ReplicaPath, "SELECT id FROM users_live"));
        Assert.Equal("1", Sql.ReadOne(ReplicaPath, $"SELECT _deleted FROM users WHERE id = '{ann.Id}'"));
    }

    [Fact]
    public async Task A_Hive_closed_again_and_again_in_the_middle_of_it_loses_nothing()
    {
        int added = 0;
        for (int round = 0; round < 8; round++)
        {
            await using Hive hive = Open();
            for (int i = 0; i < 200; i++)
            {
                await hive.Accounts.AddAsync(new Account { Email = $"u{added++}@x.example" });
            }

            await hive.Accounts.Where(a => a.Email.StartsWith($"u{round}7")).RemoveAsync();
        }

        await using Hive last = Open();
        await last.Sync.WhenIdleAsync(timeout: Limit);
        AssertEqualRows(Replica.Users);
    }

    [Fact]
    public async Task A_replica_that_was_deleted_is_loaded_afresh()
    {
        await using (Hive hive = Open())
        {
            await hive.Accounts.AddAsync(new Account { Email = "a@x.example" });
            await hive.Sync.WhenIdleAsync(timeout: Limit);
        }

        File.Delete(ReplicaPath);
        await using Hive again = Open();
        await again.Sync.WhenIdleAsync(timeout: Limit);
        Assert.Equal("1", Sql.ReadOne(ReplicaPath, "SELECT count(*) FROM users_live"));
    }

    [Fact]
    public async Task A_replica_that_is_deleted_while_it_is_open_is_loaded_afresh()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // an open file cannot be deleted there
        }

        await using Hive hive = Open();
        await hive.Accounts.AddAsync(new Account { Email = "a@x.example" });
        await hive.Sync.WhenIdleAsync(timeout: Limit);
        foreach (string file in new[] { ReplicaPath, ReplicaPath + "-wal", ReplicaPath + "-shm" })
        {
            File.Delete(file);
        }

        await hive.Accounts.AddAsync(new Account { Email = "b@x.example" });
        await hive.Sync.WhenIdleAsync(timeout: Limit);
        Assert.Equal("2", Sql.ReadOne(ReplicaPath, "SELECT count(*) FROM users_live"));
    }

    public void Dispose() => folder.Dispose();

    private Hive Open(bool start = true)
    {
        Hive hive = Hive.Open(new HiveOptions { Path = HivePath, Targets = { new SqliteTarget("replica", $"Data Source={ReplicaPath}") } });
        if (start)
        {
            hive.Sync.Start();
        }

        return hive;
    }

    private void AssertEqualRows(SyncModel model)
    {
        string columns = string.Join(", ", model.Fields.Select(static field => $"\"{field.Column}\""));
        string table = Hive.Schema.Models.Single(other => other.Sync == model).Table;
        Assert.Equal(Sql.Read(HivePath, $"SELECT {columns} FROM \"{table}\" ORDER BY id"), Sql.Read(ReplicaPath, $"SELECT {columns} FROM \"{model.Name}_live\" ORDER BY id"));
    }
}
