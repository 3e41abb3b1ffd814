using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>
/// The router of a HiveGen app on another machine as a target: records go to its <c>/sync/batch</c> with version and home, and
/// their cursor lies at that router's own target. Thread-safe.
/// </summary>
public sealed class RouterTarget : HiveTarget
{
    private const int MostRecords = 1000;

    private readonly RouterConnection connection;
    private readonly RouterRequests requests;
    private readonly RouterRows rows;
    private readonly BatchBody bodies = new();
    private volatile RouterModels? models;

    /// <summary>A target at this address.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="url">Where the router's app is, such as <c>https://central.example.com</c>; what its <c>MapHiveSync</c> has as a prefix belongs to it.</param>
    /// <param name="options">How it is reached; null for the defaults. Without a secret in them, that of the variable <c>SYNC_SECRET</c> is sent.</param>
    /// <exception cref="HiveException">The address is wrong, or plain HTTP to another machine.</exception>
    public RouterTarget(string name, string url, RouterTargetOptions? options = null)
        : this(name, RouterSettings.Of("Hive:Targets:" + name, url, options ?? new RouterTargetOptions(), configuration: null))
    {
    }

    internal RouterTarget(string name, RouterSettings settings)
        : base(name)
    {
        connection = new RouterConnection(settings);
        requests = new RouterRequests(connection);
        rows = new RouterRows(requests);
    }

    /// <summary>Where the router is.</summary>
    public Uri Url => connection.Settings.Url;

    /// <summary>The most items of a batch: what the router takes, 1000 at most.</summary>
    public override int MaxBatch => Math.Min(models?.MaxRecords ?? base.MaxBatch, MostRecords);

    /// <summary>About how many bytes a batch may hold: half of what the router takes, for JSON is longer than what it says.</summary>
    public override int MaxBatchBytes => Math.Min(models?.MaxBytes / 2 ?? base.MaxBatchBytes, base.MaxBatchBytes);

    /// <summary>Whether the router's own target keeps cursors. Known after <see cref="PrepareAsync"/>.</summary>
    public override bool RemembersCursor => models?.RemembersCursor ?? true;

    /// <summary>Asks the router what it takes, and compares.</summary>
    /// <exception cref="TargetException">It is not reached, refuses the secret, or lacks a model or a field.</exception>
    public override async ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(models);
        HttpAnswer answer = await requests.SendAsync(HttpMethod.Get, "sync/models", default, RouterConnection.NewKey(), RequestKind.Control, cancellationToken).ConfigureAwait(false);
        this.models = RouterModels.Read(connection.Settings, answer, models);
    }

    /// <inheritdoc/>
    public override async ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken)
    {
        HttpAnswer answer = await requests.PostAsync(
            "sync/cursor", hive, static (writer, home) => writer.WriteString("home"u8, home), RequestKind.Control, wholeTable: false, cancellationToken).ConfigureAwait(false);
        return RouterCursor.Read(connection.Settings, answer);
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        CursorMove? cursor = RemembersCursor ? batch.Cursor : null;
        if (batch.Items.Count == 0)
        {
            await MoveAsync(cursor, cancellationToken).ConfigureAwait(false);
            return [];
        }

        ItemOutcome[] outcomes = new ItemOutcome[batch.Items.Count];
        for (int start = 0; start < outcomes.Length;)
        {
            BatchRun run = BatchRun.From(batch.Items, start);
            // Every request shows the cursor it expects, and the last one moves it.
            CursorMove? move = run.IsLast ? cursor : cursor?.Begun();
            await SendRunAsync(run, move, outcomes, cancellationToken).ConfigureAwait(false);
            cursor = move is null ? null : cursor! with { From = move.To };
            start += run.Count;
        }

        return outcomes;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(except);
        HttpAnswer answer = await requests.PostAsync(
            "sync/sweep",
            (Model: model.Name, Home: home, Below: below, Except: except, At: at),
            static (writer, what) =>
            {
                writer.WriteString("model"u8, what.Model);
                writer.WriteString("home"u8, what.Home);
                writer.WriteNumber("below"u8, what.Below);
                writer.WriteStartArray("except"u8);
                foreach (SqlValue id in what.Except)
                {
                    writer.WriteStringValue(id.ToString());
                }

                writer.WriteEndArray();
                if (what.At is not null)
                {
                    CursorJson.Write(writer, "cursor"u8, what.At);
                }
            },
            RequestKind.Control,
            wholeTable: true,
            cancellationToken).ConfigureAwait(false);
        return RouterCursor.ReadSwept(connection.Settings, answer);
    }

    /// <summary>
    /// Whether the router's own target can be compared. Known after <see cref="PrepareAsync"/>; taken to be so before that, and of a
    /// router too old to tell, which fails with words about it when it is asked.
    /// </summary>
    public override bool CanVerify => models?.CanVerify ?? true;

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, CancellationToken cancellationToken)
        => rows.DigestAsync(model, home, buckets, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
        => rows.ReadBucketsAsync(model, home, buckets, wanted, limit, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
        => rows.ReadRowsAsync(model, home, ids, MaxBatch, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        connection.Dispose();
        return base.DisposeAsync();
    }

    private async ValueTask MoveAsync(CursorMove? move, CancellationToken cancellationToken)
    {
        if (move is not null)
        {
            await requests.PostAsync(
                "sync/cursor",
                move,
                static (writer, what) =>
                {
                    writer.WriteString("home"u8, what.Hive);
                    BatchBody.WriteCursor(writer, what);
                },
                RequestKind.Control,
                wholeTable: false,
                cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask SendRunAsync(BatchRun run, CursorMove? move, ItemOutcome[] outcomes, CancellationToken cancellationToken)
    {
        string key = RouterConnection.NewKey();
        PooledBuffer buffer = new();
        bodies.Write(buffer, run, single: false, move, key, connection.Settings.Options.Clock.GetUtcNow());
        HttpAnswer answer = await requests.SendAsync(HttpMethod.Post, "sync/batch", buffer.Written, key, RequestKind.Records, cancellationToken).ConfigureAwait(false);
        buffer.Return();
        BatchResults.Read(connection.Settings, answer, run, outcomes.AsSpan(run.Start, run.Count));
    }
}
