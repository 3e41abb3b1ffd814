using HiveGen.Adapters.Sqlite;
using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>A Hive and its SQLite target in a folder of their own: opened, closed, copied and spoilt by the tests.</summary>
internal sealed class Site : IAsyncDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TestFolder folder = new();
    private readonly List<Hive> open = [];

    public string HivePath => File("hive.db");

    public string ReplicaPath => File("replica.db");

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public Action<HiveOptions> Configure { get; set; } = static _ => { };

    /// <summary>What stands between the Hive and its target.</summary>
    public Func<SqliteTarget, HiveTarget> Wrap { get; set; } = static target => target;

    public string File(string name) => folder.File(name);

    /// <summary>Opens a Hive with the target <c>replica</c>; it is closed with the site at the latest.</summary>
    public Hive Open(string? path = null, string? replica = null, bool start = true)
    {
        HiveOptions options = new() { Path = path ?? HivePath, LockTimeout = TimeSpan.FromSeconds(10), Clock = Clock };
        options.Targets.Add(Wrap(new SqliteTarget("replica", replica ?? ReplicaPath, new SqliteTargetOptions { Clock = Clock })));
        Configure(options);
        Hive hive = Hive.Open(options);
        open.Add(hive);
        if (start)
        {
            hive.Sync.Start();
        }

        return hive;
    }

    public static Account[] Accounts(string prefix, int count) => [.. Enumerable.Range(0, count).Select(i => new Account { Email = $"{prefix}{i}@x.example", Name = i % 3 == 0 ? null : $"{prefix} {i}" })];

    public static Task DrainAsync(Hive hive) => hive.Sync.WhenIdleAsync("replica", Limit);

    /// <summary>Moves the clock until the condition holds, and only while every loop of the Hive waits for it.</summary>
    public static Task RunUntilAsync(FakeTimeProvider time, Hive hive, Func<bool> condition) => time.RunUntilAsync(condition, hold: () => hive.Sync.Work.AtWork > 0);

    /// <summary>Moves the clock until everything has arrived.</summary>
    public static Task DrainAsync(FakeTimeProvider time, Hive hive)
    {
        long seq = hive.Sync.Status.Seq;
        return RunUntilAsync(time, hive, () => hive.Sync.ProgressOf("replica").Drained(seq));
    }

    /// <summary>Waits until the target is in this state.</summary>
    public static async Task<TargetStatus> UntilAsync(Hive hive, TargetState state)
    {
        using CancellationTokenSource limit = new(Limit);
        while (true)
        {
            Task changed = hive.Sync.ProgressOf("replica").Changed;
            TargetStatus status = hive.Sync.Status.Targets[0];
            if (status.State == state)
            {
                return status;
            }

            await changed.WaitAsync(limit.Token);
        }
    }

    /// <summary>Compares the live rows of the target with the Hive's, by SQL alone.</summary>
    public void AssertEqual(Hive hive, string table = "accounts", string live = "users_live", string columns = "id, email, name, handle, email_verified, subscription_plan, created_at, updated_at")
    {
        using Microsoft.Data.Sqlite.SqliteConnection own = hive.Sql.OpenRead();
        using Microsoft.Data.Sqlite.SqliteCommand command = own.CreateCommand();
        command.CommandText = $"ATTACH '{ReplicaPath}' AS replica; SELECT count(*) FROM (SELECT {columns} FROM {table} EXCEPT SELECT {columns} FROM replica.{live}); ";
        long missing = (long)command.ExecuteScalar()!;
        command.CommandText = $"SELECT count(*) FROM (SELECT {columns} FROM replica.{live} EXCEPT SELECT {columns} FROM {table})";
        long extra = (long)command.ExecuteScalar()!;
        Assert.Equal((0, 0), (missing, extra));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Hive hive in open)
        {
            await hive.DisposeAsync();
        }

        folder.Dispose();
    }
}
