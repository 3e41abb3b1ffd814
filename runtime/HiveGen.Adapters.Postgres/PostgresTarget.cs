using HiveGen.Targets;
using Npgsql;

namespace HiveGen.Adapters.Postgres;

/// <summary>
/// A PostgreSQL database as a target, directly or through a pooler in transaction mode: tables under the sync names with version,
/// home and ghost rows, a view <c>&lt;table&gt;_live</c> each, and the cursor in the data's own transaction. No prepared
/// statements, no session state, no LISTEN. Thread-safe.
/// </summary>
public sealed class PostgresTarget : HiveTarget
{
    private readonly PostgresTargetOptions options;
    private readonly PostgresConnections connections;
    private readonly PostgresTables tables = new();
    private readonly PostgresGhosts ghosts;
    private readonly PostgresInserts inserts;

    /// <summary>A target at this database.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="connection">A connection string of Npgsql, or an address such as <c>postgres://user:password@host/database</c>. Without a word on TLS it is required outside this machine.</param>
    /// <param name="options">How it works; null for the defaults.</param>
    /// <exception cref="HiveException">The connection string is wrong.</exception>
    public PostgresTarget(string name, string connection, PostgresTargetOptions? options = null)
        : this(name, PostgresSettings.Of("The PostgreSQL target '" + name + "'", connection, isNeon: false), options)
    {
    }

    /// <summary>A target at a database whose connections the app sets up itself, as for certificates or passwords that change.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="dataSource">Gives the connections. The app disposes of it, after the Hive.</param>
    /// <param name="options">How it works; null for the defaults.</param>
    public PostgresTarget(string name, NpgsqlDataSource dataSource, PostgresTargetOptions? options = null)
        : this(name, new PostgresConnections(dataSource, isOwned: false), options)
    {
    }

    internal PostgresTarget(string name, NpgsqlConnectionStringBuilder connection, PostgresTargetOptions? options)
        : this(name, PostgresConnections.Of(connection), options)
    {
    }

    private PostgresTarget(string name, PostgresConnections connections, PostgresTargetOptions? options)
        : base(name)
    {
        this.options = options ?? new PostgresTargetOptions();
        this.connections = connections;
        ghosts = new PostgresGhosts(this.options);
        inserts = new PostgresInserts(this.options.Clock);
    }

    /// <summary>The most items of a batch: the statements of a batch follow one another without waiting, so that it may be large.</summary>
    public override int MaxBatch => 5000;

    /// <inheritdoc/>
    public override int MaxBatchBytes => 16 * 1024 * 1024;

    /// <inheritdoc/>
    public override int Lanes => options.Lanes;

    /// <inheritdoc/>
    public override TargetConnections? Connections => connections.Now;

    /// <inheritdoc/>
    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(models);
        return new(connections.RunAsync(
            (tables, models),
            static async (connection, what, token) =>
            {
                await what.tables.EnsureAsync(connection, what.models, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken));
    }

    /// <inheritdoc/>
    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken)
        => new(connections.RunAsync(hive, static (connection, which, token) => PostgresCursor.ReadAsync(connection, which, token), cancellationToken));

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        try
        {
            return await RunAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (TargetException failure) when (batch.Items.Count == 1 && PostgresErrors.OutcomeOf(failure) is not null)
        {
            // Alone, so it is known whose fault it is; the cursor goes on without it.
            if (batch.Cursor is not null)
            {
                await RunAsync(new SendBatch([], batch.Cursor), cancellationToken).ConfigureAwait(false);
            }

            return [PostgresErrors.OutcomeOf(failure)!.Value];
        }
    }

    /// <inheritdoc/>
    public override ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(except);
        return new(connections.RunAsync(
            (model, home, below, except, at),
            static (connection, what, token) => PostgresSweep.RunAsync(connection, what.model, what.home, what.below, what.except, what.at, token),
            cancellationToken));
    }

    /// <inheritdoc/>
    public override bool CanVerify => true;

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, CancellationToken cancellationToken)
        => await connections.RunAsync(
            (model, home, buckets),
            static (connection, what, token) => PostgresDigest.CountAsync(connection, what.model, what.home, what.buckets, token),
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
        => await connections.RunAsync(
            (model, home, buckets, wanted, limit),
            static (connection, what, token) => PostgresDigest.ReadBucketsAsync(connection, what.model, what.home, what.buckets, what.wanted, what.limit, token),
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
        => await connections.RunAsync(
            (model, home, ids),
            static (connection, what, token) => PostgresDigest.ReadRowsAsync(connection, what.model, what.home, what.ids, token),
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await connections.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    private Task<IReadOnlyList<ItemOutcome>> RunAsync(SendBatch batch, CancellationToken cancellationToken)
        => connections.RunAsync(
            (Target: this, Batch: batch),
            static async (connection, what, token) =>
            {
                PostgresTarget target = what.Target;
                // The router may come before the dispatcher's first contact, and models may have come since.
                await target.tables.EnsureKnownAsync(connection, what.Batch, token).ConfigureAwait(false);
                await target.ghosts.PurgeIfDueAsync(connection, target.tables.Models, what.Batch.Cursor, token).ConfigureAwait(false);
                return await MergeRounds.SendAsync(
                    what.Batch,
                    (items, end) => PostgresStored.ReadAsync(connection, items, end),
                    (states, end) => PostgresBatch.ApplyAsync(connection, states, target.inserts, end),
                    token).ConfigureAwait(false);
            },
            cancellationToken);
}
