using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>
/// A REST API of your own as a target. By default it needs no more than the original's <c>POST /sync/batch</c>; then it is the API that
/// says what is written over what, and the Hive that remembers how far it has come. Thread-safe.
/// </summary>
public sealed class RestTarget : HiveTarget
{
    private readonly RestRequests requests;
    private readonly RestCursor? cursor;
    private readonly FollowingCursor? following;
    private readonly BatchBody bodies = new();

    /// <summary>A target at this address.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="url">Where the API is, such as <c>https://api.example.com</c>: <c>/sync/batch</c> is below it.</param>
    /// <param name="options">What it understands; null for the defaults. Without a secret in them, that of the variable <c>SYNC_SECRET</c> is sent.</param>
    /// <exception cref="HiveException">The address is wrong, or plain HTTP to another machine; or an option is out of range.</exception>
    public RestTarget(string name, string url, RestTargetOptions? options = null)
        : this(name, RestSettings.Of("Hive:Targets:" + name, url, options ?? new RestTargetOptions(), configuration: null))
    {
    }

    internal RestTarget(string name, RestSettings settings)
        : base(name)
    {
        requests = new RestRequests(settings);
        if (settings.Options.CursorPath is { } path)
        {
            cursor = new RestCursor(requests, path.TrimStart('/'));
            following = new FollowingCursor(settings.Options.Clock, cursor.MoveAsync);
        }
    }

    /// <summary>Where the API is.</summary>
    public Uri Url => requests.Settings.Url;

    /// <summary>The most items of a batch: one where each is a request of its own, so that what the API says of it is said of no other.</summary>
    public override int MaxBatch => Options.Mode == RestMode.Record ? 1 : Options.MaxRecords;

    /// <inheritdoc/>
    public override int Lanes => Options.Lanes;

    /// <summary>Whether the API keeps the cursor: when <see cref="RestTargetOptions.CursorPath"/> says where.</summary>
    public override bool RemembersCursor => cursor is not null;

    private RestTargetOptions Options => requests.Settings.Options;

    /// <summary>Does nothing: what is behind the API is its own.</summary>
    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken) => default;

    /// <inheritdoc/>
    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken)
        => cursor?.ReadAsync(hive, cancellationToken) ?? default;

    /// <inheritdoc/>
    public override ValueTask FlushCursorAsync(CancellationToken cancellationToken) => following?.FlushAsync(cancellationToken) ?? default;

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ItemOutcome[] outcomes = new ItemOutcome[batch.Items.Count];
        for (int start = 0; start < outcomes.Length;)
        {
            BatchRun run = BatchRun.From(batch.Items, start);
            if (Options.Mode == RestMode.Record)
            {
                run = run with { Count = 1 };
                outcomes[start] = await SendRecordAsync(run, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await SendRunAsync(run, outcomes.AsMemory(start, run.Count), cancellationToken).ConfigureAwait(false);
            }

            start += run.Count;
        }

        if (following is not null && batch.Cursor is { } move)
        {
            await following.MoveAsync(move, cancellationToken).ConfigureAwait(false);
        }

        return outcomes;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        requests.Dispose();
        return base.DisposeAsync();
    }

    private async ValueTask SendRunAsync(BatchRun run, Memory<ItemOutcome> outcomes, CancellationToken cancellationToken)
    {
        PooledBuffer body = new();
        bodies.Write(body, run, single: false, move: null, key: null, Options.Clock.GetUtcNow(), Options.Versions);
        HttpAnswer answer = await requests.SendAsync(HttpMethod.Post, "sync/batch", body, RestKey.Of(run), item: null, cancellationToken).ConfigureAwait(false);
        if (RestErrors.IsSuccess(requests, answer))
        {
            RestResults.Read(requests.Peer, answer, run, outcomes);
            return;
        }

        bool isDelete = run.Items[run.Start].Record is null;
        // Of a batch, a 404 is that of the address, not of a record.
        outcomes.Span[0] = run.Count == 1 && answer.Status is not (System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.Gone) && RestErrors.OfRecord(answer, isDelete, RouterProblem.Of(answer).Error) is { } outcome
            ? outcome
            : throw RestErrors.Of(requests.Settings, requests.Peer, answer);
    }

    private async ValueTask<ItemOutcome> SendRecordAsync(BatchRun run, CancellationToken cancellationToken)
    {
        SyncItem item = run.Items[run.Start];
        bool isDelete = item.Record is null;
        if (item.RecordId is "" or "." or "..")
        {
            // However they are spelled, these are steps in a path: the request would be about all of a model, or everything.
            return new ItemOutcome(ItemStatus.Permanent, $"The id '{item.RecordId}' cannot be part of an address. RestMode.Batch sends it.");
        }

        PooledBuffer? body = null;
        if (!isDelete)
        {
            body = new PooledBuffer();
            bodies.WriteData(body, item);
        }

        HttpMethod method = isDelete ? HttpMethod.Delete : item is { Kind: SyncItemKind.Merge, Operation: SyncOperation.Update } ? HttpMethod.Patch : HttpMethod.Put;
        string path = $"{Uri.EscapeDataString(item.Model.Name)}/{Uri.EscapeDataString(item.RecordId)}";
        HttpAnswer answer = await requests.SendAsync(method, path, body, RestKey.Of(run), item, cancellationToken).ConfigureAwait(false);
        return RestErrors.IsSuccess(requests, answer) ? new ItemOutcome(ItemStatus.Applied)
            : RestErrors.OfRecord(answer, isDelete, RouterProblem.Of(answer).Error) ?? throw RestErrors.Of(requests.Settings, requests.Peer, answer);
    }
}
