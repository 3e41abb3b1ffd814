using HiveGen.Dispatch;
using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>An open Hive with targets, in a folder of its own.</summary>
internal sealed class SyncHive : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private Database database;

    public SyncHive(params HiveTarget[] targets)
        : this(static _ => { }, targets)
    {
    }

    public SyncHive(Action<HiveOptions> configure, params HiveTarget[] targets)
    {
        Configure = configure;
        database = Open(Path, targets);
    }

    public FakeTimeProvider Clock { get; } = new();

    public Action<HiveOptions> Configure { get; set; }

    public HiveModel[] Models { get; set; } = [TestModel.Authors(), TestModel.Books()];

    public string Path => File("test.db");

    public HiveEngine Engine => database.Engine;

    public HiveSync Sync => database.Sync;

    public string File(string name) => folder.File(name);

    public async Task WriteAsync(string sql) => await Engine.Writer.RunAsync<SqlCommand, bool>(new SqlCommand(sql), CancellationToken.None);

    public Task AddAuthorAsync(string id, string name = "Ann", string note = "") => WriteAsync($"INSERT INTO authors VALUES ('{id}', '{name}-{id}', '{note}')");

    /// <summary>Rows as lines of values.</summary>
    public List<string> Read(string sql)
    {
        using ReaderLease lease = Engine.Readers.Rent();
        Statement select = lease.Connection.Prepare(sql);
        List<string> rows = [];
        while (select.Step())
        {
            rows.Add(string.Join("|", Enumerable.Range(0, select.ColumnCount).Select(column => select.Value(column).ToString())));
        }

        return rows;
    }

    /// <summary>Every record, as <see cref="ScriptedDatabase.Live"/> gives those of a target.</summary>
    public List<string> Rows => [.. Read("SELECT 'authors', * FROM authors UNION ALL SELECT 'books', * FROM books").Order(StringComparer.Ordinal)];

    public string ReadOne(string sql) => Assert.Single(Read(sql));

    /// <summary>Whether a target or a handler hangs by intention: the clock goes on while nobody does anything but wait for it.</summary>
    public bool Hangs { get; set; }

    /// <summary>Starts if need be, and moves the clock until everything has arrived.</summary>
    public async Task DrainAsync(string? target = null)
    {
        Sync.Start();
        Task idle = Sync.WhenIdleAsync(target, TimeSpan.FromDays(3650));
        long seq = Sync.Status.Seq;
        TargetProgress[] all = [.. Sync.Status.Targets.Where(one => target is null || one.Name == target).Select(one => Sync.ProgressOf(one.Name))];
        await RunUntilAsync(() => idle.IsCompleted || all.All(one => one.Drained(seq)));
        await idle;
    }

    /// <summary>Moves the clock until a target is in this state.</summary>
    public Task<TargetStatus> UntilAsync(string target, TargetState state) => UntilAsync(target, status => status.State == state);

    /// <summary>Moves the clock until a target is as it is asked for, be it for a moment while its loop works.</summary>
    public async Task<TargetStatus> UntilAsync(string target, Func<TargetStatus, bool> condition)
    {
        Sync.Start();
        using CancellationTokenSource end = new();
        Task<TargetStatus> waiting = Waiting();
        TargetStatus? found = null;
        await RunUntilAsync(() => waiting.IsCompleted || Look() is not null);
        await end.CancelAsync();
        return found ?? await waiting;

        TargetStatus? Look()
        {
            TargetStatus status = Sync.Status.Targets.Single(one => one.Name == target);
            return condition(status) ? found = status : null;
        }

        async Task<TargetStatus> Waiting()
        {
            while (true)
            {
                Task changed = Sync.ProgressOf(target).Changed;
                if (Look() is { } status)
                {
                    return status;
                }

                await changed.WaitAsync(end.Token);
            }
        }
    }

    /// <summary>Moves the clock until the condition holds, and only while every loop and job waits for it.</summary>
    public Task RunUntilAsync(Func<bool> condition) => Clock.RunUntilAsync(condition, Holds);

    /// <summary>Moves the clock until the task has ended, and only while every loop and job waits for it.</summary>
    public Task RunUntilAsync(Task task) => Clock.RunUntilAsync(task, Holds);

    /// <summary>Closes, and opens with other targets: those of before are closed.</summary>
    public async Task ReopenAsync(params HiveTarget[] targets)
    {
        await database.DisposeAsync();
        database = Open(Path, targets);
    }

    public async Task CloseAsync() => await database.DisposeAsync();

    public Database Open(string path, params HiveTarget[] targets)
    {
        HiveOptions options = new() { Path = path, LockTimeout = TimeSpan.Zero, Clock = Clock };
        options.Targets.AddRange(targets);
        Configure(options);
        return new Database(HiveEngine.Open(new HiveSchema(Models, []), options));
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Waits until every loop and job waits for a time or a change; the clock stands still.</summary>
    public Task RestAsync() => Eventually.TrueAsync(() => !Holds(), "Somebody is still at work.");

    /// <inheritdoc cref="RestAsync()"/>
    /// <returns>How the target is doing then.</returns>
    public async Task<TargetStatus> RestAsync(string target)
    {
        await RestAsync();
        return Sync.Status.Targets.Single(one => one.Name == target);
    }

    private bool Holds() => Sync.Work.AtWork > (Hangs ? Sync.Work.Calling : 0);

    internal sealed class Database(HiveEngine engine) : HiveDatabase(engine);
}
