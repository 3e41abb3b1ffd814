using HiveGen.Storage;

namespace HiveGen.Tests.Storage;

/// <summary>An open Hive in a folder of its own.</summary>
internal sealed class TestHive : IAsyncDisposable
{
    private readonly TestFolder folder = new();

    public TestHive(params HiveModel[] models)
        : this(static _ => { }, models)
    {
    }

    public TestHive(Action<HiveOptions> configure, params HiveModel[] models)
    {
        HiveOptions options = new() { Path = folder.File("test.db"), LockTimeout = TimeSpan.Zero };
        configure(options);
        Options = options;
        Schema = new HiveSchema(models.Length == 0 ? [TestModel.Notes] : models, []);
        Engine = HiveEngine.Open(Schema, options);
    }

    public HiveSchema Schema { get; }

    public HiveOptions Options { get; }

    public HiveEngine Engine { get; private set; }

    public string Path => Options.Path;

    public async Task ReopenAsync()
    {
        await Engine.DisposeAsync();
        Engine = HiveEngine.Open(Schema, Options);
    }

    /// <summary>Runs work on the writer's connection, in a transaction.</summary>
    public ValueTask<T> Write<T>(Func<HiveConnection, T> work, bool single = false, CancellationToken cancellationToken = default)
        => Engine.Writer.RunAsync<TestCommand<T>, T>(new TestCommand<T>(work, single), cancellationToken);

    public ValueTask<long> AddNote(string text, bool single = true)
        => Write(connection => connection.AddNote(text), single);

    /// <summary>The first column of the first row, through the readers.</summary>
    public SqlValue Read(string sql)
    {
        using ReaderLease lease = Engine.Readers.Rent();
        return lease.Connection.Read(sql);
    }

    public long Count(string table = "notes") => Read($"SELECT count(*) FROM \"{table}\"").Int64;

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        folder.Dispose();
    }
}
