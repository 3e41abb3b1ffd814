using HiveGen.Storage;
using HiveGen.Targets;
using Microsoft.Data.Sqlite;

namespace HiveGen.Adapters.Sqlite;

/// <summary>
/// A SQLite file as a target: tables under the sync names with version, home and ghost rows, a view <c>&lt;table&gt;_live</c> each,
/// and the cursor in the data's own transaction. Other programs may read the file at any time. Thread-safe.
/// </summary>
public sealed class SqliteTarget : HiveTarget
{
    private readonly SqliteConnectionStringBuilder connectionString;
    private readonly SqliteTargetOptions options;
    private readonly SqliteTables tables = new();
    private readonly SqliteGhosts ghosts;
    // One connection, used by the dispatcher and the router in turn.
    private readonly SemaphoreSlim turn = new(1, 1);
    private HiveConnection? connection;
    private bool disposed;

    /// <summary>A target in this file.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="connection">A Microsoft.Data.Sqlite connection string such as <c>Data Source=replica.db</c>, or only the path. A relative path is relative to the current folder.</param>
    /// <param name="options">How it works; null for the defaults.</param>
    /// <exception cref="ArgumentException">The connection string is wrong, or names no file.</exception>
    public SqliteTarget(string name, string connection, SqliteTargetOptions? options = null)
        : base(name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connection);
        connectionString = new SqliteConnectionStringBuilder(connection.Contains('=', StringComparison.Ordinal) ? connection : $"Data Source={connection}");
        if (connectionString.DataSource is "" or ":memory:")
        {
            throw new ArgumentException($"The SQLite target '{name}' needs a file: \"Data Source=replica.db\". It has '{connection}'.", nameof(connection));
        }

        this.options = options ?? new SqliteTargetOptions();
        ghosts = new SqliteGhosts(this.options);
    }

    /// <summary>The file, as the connection string names it.</summary>
    public string DataSource => connectionString.DataSource;

    /// <summary>The most items of a batch: each costs a wait for the disk, so it is as large as a window of changes.</summary>
    public override int MaxBatch => 1000;

    /// <summary>The one connection, which is in use while somebody has his turn.</summary>
    public override TargetConnections? Connections => new(turn.CurrentCount == 0 ? 1 : 0, 1);

    /// <inheritdoc/>
    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(models);
        return new(RunAsync(
            models,
            static (target, db, what) =>
            {
                SqliteTransaction.Run(db, what, target.tables.Ensure);
                return true;
            },
            cancellationToken));
    }

    /// <inheritdoc/>
    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken)
        => new(RunAsync(hive, static (_, db, which) => SqliteCursor.Read(db, which), cancellationToken));

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return new(RunAsync(batch, static (target, db, what) => target.Send(db, what), cancellationToken));
    }

    /// <inheritdoc/>
    public override ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(except);
        return new(RunAsync(
            (Model: model, Home: home, Below: below, Except: except, At: at),
            static (target, db, what) => SqliteSweep.Run(db, what.Model, what.Home, what.Below, what.Except, what.At, target.Now),
            cancellationToken));
    }

    /// <inheritdoc/>
    public override bool CanVerify => true;

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, CancellationToken cancellationToken)
        => await SqliteReading.RunAsync(connectionString, options, db => SqliteDigest.Count(db, model, home, buckets, cancellationToken), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
        => await SqliteReading.RunAsync(connectionString, options, db => SqliteDigest.ReadBuckets(db, model, home, buckets, wanted, limit, cancellationToken), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
        => await SqliteReading.RunAsync(connectionString, options, db => SqliteDigest.ReadRows(db, model, home, ids), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            disposed = true;
            Close();
        }
        finally
        {
            turn.Release();
        }

        GC.SuppressFinalize(this);
    }

    private long Now => UnixMicros.Write(options.Clock.GetUtcNow());

    private IReadOnlyList<ItemOutcome> Send(HiveConnection db, SendBatch batch)
    {
        // The router may come before the dispatcher's first contact, and models may have come since.
        tables.EnsureKnown(db, batch);
        ItemOutcome[] outcomes = new ItemOutcome[batch.Items.Count];
        long now = Now;
        SqliteTransaction.Run(
            db,
            (batch, outcomes, now),
            static (open, what) =>
            {
                SqliteBatch.Apply(open, what.batch.Items, what.outcomes, what.now);
                if (what.batch.Cursor is { } move)
                {
                    SqliteCursor.Move(open, move, what.now);
                }
            });
        if (batch.Cursor is { } moved)
        {
            ghosts.PurgeIfDue(db, tables.Names, moved);
        }

        return outcomes;
    }

    private async Task<TResult> RunAsync<TArgument, TResult>(TArgument argument, Func<SqliteTarget, HiveConnection, TArgument, TResult> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            try
            {
                ForgetDeletedFile();
                return work(this, connection ??= SqliteOpening.Open(connectionString, options), argument);
            }
            catch (HiveStorageException error)
            {
                Forget(error);
                throw SqliteErrors.Classify(error, DataSource);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    // Where a file may be deleted while it is open, what is written to it afterwards would be lost without an error.
    private void ForgetDeletedFile()
    {
        if (connection is not null && !DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && !File.Exists(DataSource))
        {
            Close();
        }
    }

    // A file that was replaced or damaged is opened anew; a lock or a broken rule leaves the connection as it is.
    private void Forget(HiveStorageException error)
    {
        if (!SqliteErrors.KeepsConnection(error))
        {
            Close();
        }
    }

    private void Close()
    {
        connection?.Dispose();
        connection = null;
        tables.Forget();
    }
}
