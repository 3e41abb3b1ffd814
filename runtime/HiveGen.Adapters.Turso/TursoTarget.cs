using HiveGen.Adapters.Turso.Hrana;
using HiveGen.Targets;

namespace HiveGen.Adapters.Turso;

/// <summary>
/// A Turso database, or any libSQL server, over HTTP: tables under the sync names with version, home and ghost rows, a view
/// <c>&lt;table&gt;_live</c> each, and the cursor in the data's own transaction. A batch is one request. Thread-safe.
/// </summary>
public sealed class TursoTarget : HiveTarget
{
    private readonly TursoTargetOptions options;
    private readonly HranaClient client;
    private readonly TursoTables tables;
    private readonly TursoRows rows;
    private readonly GhostPurge ghosts;
    private readonly WriteClock clock;
    private volatile IReadOnlyList<SyncModel> prepared = [];

    /// <summary>A target in this database.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="url">The database's address, such as <c>libsql://app-me.turso.io</c>.</param>
    /// <param name="options">How it is reached; null for the defaults. Without a token in them, that of the variable <c>TURSO_AUTH_TOKEN</c> is sent.</param>
    /// <exception cref="HiveException">The address is wrong, or plain HTTP to another machine.</exception>
    public TursoTarget(string name, string url, TursoTargetOptions? options = null)
        : this(name, TursoSettings.Of("Hive:Targets:" + name, url, options ?? new TursoTargetOptions(), configuration: null))
    {
    }

    internal TursoTarget(string name, TursoSettings settings)
        : base(name)
    {
        options = settings.Options;
        client = new HranaClient(settings);
        tables = new TursoTables(client);
        rows = new TursoRows(client);
        ghosts = new GhostPurge(options.Clock, options.GhostRetention);
        clock = new WriteClock(options.Clock);
    }

    /// <summary>About how many bytes of fields a batch may hold: a request is written at once, and servers take about ten megabytes.</summary>
    public override int MaxBatchBytes => 2 * 1024 * 1024;

    /// <inheritdoc/>
    public override bool CanVerify => true;

    /// <inheritdoc/>
    public override async ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(models);
        await tables.EnsureAsync(models, cancellationToken).ConfigureAwait(false);
        prepared = models;
    }

    /// <inheritdoc/>
    public override async ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hive);
        using HranaRequest request = new();
        request.Step(TursoCursor.Select, wantRows: true);
        request.Argument(hive);
        request.EndStep();
        return await client.SendAsync(
            request,
            answer => answer.Error(0) switch
            {
                null => TursoCursor.Read(answer.Rows(0)),
                { } error when TursoErrors.IsMissingTable(error) => null, // an empty database
                { } error => throw client.Fail(error),
            },
            wholeTable: false,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
        => MergeRounds.SendAsync(batch, rows.ReadStoredAsync, WriteAsync, cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(except);
        using HranaRequest request = new();
        TursoSweep steps = new(request, model, home, below, except, at, clock.Next());
        return await client.SendAsync(request, answer => steps.Read(answer, client), wholeTable: true, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, CancellationToken cancellationToken)
        => rows.DigestAsync(model, home, buckets, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
        => rows.ReadBucketsAsync(model, home, buckets, wanted, limit, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
        => rows.ReadRowsAsync(model, home, ids, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        client.Dispose();
        return base.DisposeAsync();
    }

    private async ValueTask<IReadOnlyList<ItemOutcome>> WriteAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        using HranaRequest request = new();
        TursoBatch steps = new(request, batch, clock.Next(), to => Purge(to, batch.Cursor));
        if (await client.SendAsync(request, answer => steps.Read(answer, client), wholeTable: false, cancellationToken).ConfigureAwait(false) is { } outcomes)
        {
            return outcomes;
        }

        // Nothing of the batch was done: its cursor moves alone.
        if (batch.Cursor is not null)
        {
            await WriteAsync(batch with { Items = [] }, cancellationToken).ConfigureAwait(false);
        }

        return [new ItemOutcome(ItemStatus.Dependency, $"A foreign key of \"{batch.Items[0].Model.Name}\" has no record for {batch.Items[0].RecordId} yet.")];
    }

    private void Purge(HranaRequest request, CursorMove? move)
    {
        if (!ghosts.IsDue(move, out long before, out long passed))
        {
            return;
        }

        foreach (SyncModel model in prepared)
        {
            request.Step(model.Mapping<TursoMap>().Purge, wantRows: false);
            request.Argument(before);
            request.Argument(move!.Hive);
            request.Argument(passed);
            request.EndStep();
        }
    }
}
