using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>
/// A MongoDB database as a target: a collection a synced model, documents with version, home and ghosts, written by guarded pipelines. The
/// cursor follows the data, at most once a second. Thread-safe.
/// </summary>
public sealed class MongoTarget : HiveTarget
{
    private const int MostItems = 1000;
    private const int MergesAtOnce = 8;

    private readonly IMongoCommands commands;
    private readonly MongoCalls calls;
    private readonly MongoCollections collections;
    private readonly MongoCursor cursors;
    private readonly FollowingCursor following;
    private readonly MongoGhosts ghosts;

    /// <summary>A target reached by the built-in client.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="connection">A connection string, such as <c>mongodb://user:password@db.example.com/app?authSource=admin</c>.</param>
    /// <param name="options">How it works; null for the defaults.</param>
    /// <exception cref="HiveException">The connection string is wrong, or names no database; the message never repeats a password.</exception>
    public MongoTarget(string name, string connection, MongoTargetOptions? options = null)
        : this(name, MongoUrl.Parse($"The connection string of the MongoDB target '{name}'", connection ?? throw new ArgumentNullException(nameof(connection))), options ?? new MongoTargetOptions())
    {
    }

    /// <summary>A target reached by a client of your own, which is disposed with it.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="commands">Runs the commands.</param>
    /// <param name="options">How it works: the database must be named.</param>
    /// <exception cref="HiveException">No database is named.</exception>
    public MongoTarget(string name, IMongoCommands commands, MongoTargetOptions options)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(commands);
        ArgumentNullException.ThrowIfNull(options);
        Database = MongoSetup.Database(name, options.Database);
        this.commands = commands;
        calls = new MongoCalls(commands, Database);
        collections = new MongoCollections(calls);
        cursors = new MongoCursor(calls);
        following = new FollowingCursor(options.Clock, cursors.MoveAsync);
        ghosts = new MongoGhosts(calls, options);
    }

    internal MongoTarget(string name, MongoSettings settings, MongoTargetOptions options)
        : this(name, new MongoWire(settings, options.Clock), options with { Database = options.Database ?? settings.Database })
    {
    }

    /// <summary>The database.</summary>
    public string Database { get; }

    /// <summary>The most items of a batch.</summary>
    public override int MaxBatch => MostItems;

    /// <inheritdoc/>
    public override TargetConnections? Connections => commands.Connections;

    /// <summary>Yes: documents are read by a cursor, batch by batch.</summary>
    public override bool CanVerify => true;

    /// <summary>Makes the collections' indexes, and with them the collections.</summary>
    /// <exception cref="TargetException">The server is not reached or refuses the user, or a collection is another program's.</exception>
    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(models);
        return MongoCalls.ToldAsync(collections.EnsureAsync(models, cancellationToken));
    }

    /// <inheritdoc/>
    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken)
        => MongoCalls.ToldAsync(cursors.ReadAsync(hive, cancellationToken));

    /// <inheritdoc/>
    public override ValueTask FlushCursorAsync(CancellationToken cancellationToken) => MongoCalls.ToldAsync(following.FlushAsync(cancellationToken));

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        bool merges = batch.Items.Any(static item => item.Kind == SyncItemKind.Merge);
        return MongoCalls.ToldAsync(merges ? MergeRounds.SendAsync(batch, ReadAsync, WriteSingleAsync, cancellationToken) : WriteAsync(batch, cancellationToken));
    }

    /// <inheritdoc/>
    public override ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(except);
        return MongoCalls.ToldAsync(CheckAndSweepAsync(model, home, below, except, at, cancellationToken));
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, CancellationToken cancellationToken)
        => await MongoCalls.ToldAsync(MongoDigest.CountAsync(calls, model, home, buckets, cancellationToken)).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
        => await MongoCalls.ToldAsync(MongoDigest.ReadBucketsAsync(calls, model, home, buckets, wanted, limit, cancellationToken)).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
        => await MongoCalls.ToldAsync(MongoDigest.ReadRowsAsync(calls, model, home, ids, cancellationToken)).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await commands.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<int> CheckAndSweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
    {
        if (at is not null)
        {
            await following.CheckAsync(home, at, cancellationToken).ConfigureAwait(false);
        }

        return await MongoSweep.RunAsync(calls, model, home, below, except, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<ItemOutcome>> WriteAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        ItemOutcome[] outcomes = new ItemOutcome[batch.Items.Count];
        await new MongoSend(calls).RunAsync(batch.Items, .., outcomes, cancellationToken).ConfigureAwait(false);
        await MoveAsync(batch.Cursor, cancellationToken).ConfigureAwait(false);
        return outcomes;
    }

    // One command a record: the counts of a larger one do not tell which of two writers of one version won.
    private async ValueTask<IReadOnlyList<ItemOutcome>> WriteSingleAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        ItemOutcome[] outcomes = new ItemOutcome[batch.Items.Count];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = MergesAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, outcomes.Length, parallel, (index, token) => new MongoSend(calls).RunAsync(batch.Items, index..(index + 1), outcomes, token)).ConfigureAwait(false);
        await MoveAsync(batch.Cursor, cancellationToken).ConfigureAwait(false);
        return outcomes;
    }

    private async ValueTask<IReadOnlyList<TargetRow?>> ReadAsync(IReadOnlyList<SyncItem> items, CancellationToken cancellationToken)
    {
        TargetRow?[] rows = new TargetRow?[items.Count];
        foreach (IGrouping<SyncModel, int> group in Enumerable.Range(0, rows.Length).GroupBy(index => items[index].Model))
        {
            Dictionary<SqlValue, TargetRow> stored = await MongoStored.ReadAsync(calls, [.. group.Select(index => items[index])], withRecords: true, cancellationToken).ConfigureAwait(false);
            foreach (int index in group)
            {
                rows[index] = stored.TryGetValue(items[index].Id, out TargetRow row) ? row : null;
            }
        }

        return rows;
    }

    private async ValueTask MoveAsync(CursorMove? move, CancellationToken cancellationToken)
    {
        if (move is not null)
        {
            await following.MoveAsync(move, cancellationToken).ConfigureAwait(false);
            await ghosts.PurgeIfDueAsync(collections.Names, move, cancellationToken).ConfigureAwait(false);
        }
    }
}
