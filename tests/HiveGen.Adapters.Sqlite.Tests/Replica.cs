using HiveGen.Adapters.Sqlite;
using HiveGen.Targets;
using HiveGen.TestModels;

namespace HiveGen.Tests;

/// <summary>A SQLite target in a folder of its own, and items for it.</summary>
internal sealed class Replica : IAsyncDisposable
{
    public const string Home = "hive_1";

    private readonly TestFolder folder = new();

    public Replica(SqliteTargetOptions? options = null)
    {
        Options = (options ?? new SqliteTargetOptions()) with { Clock = Clock };
        Target = new SqliteTarget("replica", Path, Options);
    }

    public FakeTimeProvider Clock { get; } = new();

    public SqliteTargetOptions Options { get; }

    public SqliteTarget Target { get; private set; }

    public string Path => folder.File("replica.db");

    public static SyncModel Users => ((HiveModel)Hive.Schema.Models.Single(static model => model.Name == "Account")).Sync!;

    public string File(string name) => folder.File(name);

    public static SyncItem User(string id, long version, string? name, string home = Home)
        => new(Users, SqlValue.From(id), id, version, home, new AccountSync { Id = id, Email = id + "@x", Name = name, Handle = null, EmailVerified = true, SubscriptionPlan = "free", CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch });

    public static SyncItem Gone(string id, long version, string home = Home) => new(Users, SqlValue.From(id), id, version, home, null);

    /// <summary>What the router makes of an unversioned request: the defaults are in the record and do not count as given.</summary>
    public static SyncItem Merge(string id, SyncOperation operation, AccountSync? record)
    {
        if (record is not null)
        {
            record.Id = id;
            FieldSet given = record.Given;
            Users.FillDefaults(record, DateTimeOffset.UnixEpoch);
            record.Regard(given);
        }

        return new(Users, SqlValue.From(id), id, 0, "http", record, SyncItemKind.Merge) { Operation = operation };
    }

    public async Task<ItemOutcome> SendAsync(SyncItem item) => Assert.Single(await Target.SendAsync(new SendBatch([item], null), CancellationToken.None));

    public async Task<ItemStatus> StatusOf(SyncItem item) => (await SendAsync(item)).Status;

    public List<string> Read(string sql) => Sql.Read(Path, sql);

    public async Task ReopenAsync()
    {
        await Target.DisposeAsync();
        Target = new SqliteTarget("replica", Path, Options);
    }

    public async ValueTask DisposeAsync()
    {
        await Target.DisposeAsync();
        folder.Dispose();
    }
}
