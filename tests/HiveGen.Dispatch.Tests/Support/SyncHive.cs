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

    /// <summary>Starts if need be, and moves the clock until everything has arrived.</summary>
    public async Task DrainAsync(string? target = null)
    {
        Sync.Start();
        await Clock.RunUntilAsync(Sync.WhenIdleAsync(target, TimeSpan.FromDays(3650)));
    }

    /// <summary>Moves the clock until a target is in this state.</summary>
    public Task<TargetStatus> UntilAsync(string target, TargetState state) => UntilAsync(target, status => status.State == state);

    public async Task<TargetStatus> UntilAsync(string target, Func<TargetStatus, bool> condition)
    {
        Sync.Start();
        Task<TargetStatus> waiting = Waiting();
        await Clock.RunUntilAsync(waiting);
        return await waiting;

        async Task<TargetStatus> Waiting()
        {
            while (true)
            {
                Task changed = Sync.ProgressOf(target).Changed;
                TargetStatus status = Sync.Status.Targets.Single(one => one.Name == target);
                if (condition(status))
                {
                    return status;
                }

                await changed;
            }
        }
    }

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

    internal sealed class Database(HiveEngine engine) : HiveDatabase(engine);
}
