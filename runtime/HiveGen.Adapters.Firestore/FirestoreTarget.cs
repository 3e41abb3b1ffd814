using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>
/// A Firestore database as a target: a collection a synced model, documents with version, home and ghosts. A batch is two requests; the
/// cursor follows the data, at most once a second. Thread-safe.
/// </summary>
public sealed class FirestoreTarget : HiveTarget
{
    private readonly FirestoreClient client;
    private readonly FirestoreCursor cursors;
    private readonly FollowingCursor following;
    private readonly FirestoreSweep sweep;
    private volatile IReadOnlyList<SyncModel> prepared = [];

    /// <summary>A target in a project's Firestore.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="project">The id of the Google Cloud project; null for the variable <c>GOOGLE_CLOUD_PROJECT</c>, else the service account's.</param>
    /// <param name="options">How it is reached; null for the defaults.</param>
    /// <exception cref="HiveException">A setting is missing or wrong.</exception>
    public FirestoreTarget(string name, string? project, FirestoreTargetOptions? options = null)
        : this(name, FirestoreSettings.Of("Hive:Targets:" + name, project, options ?? new FirestoreTargetOptions(), configuration: null))
    {
    }

    internal FirestoreTarget(string name, FirestoreSettings settings)
        : base(name)
    {
        client = new FirestoreClient(settings);
        cursors = new FirestoreCursor(client);
        following = new FollowingCursor(settings.Options.Clock, cursors.MoveAsync);
        sweep = new FirestoreSweep(client, cursors, new GhostPurge(settings.Options.Clock, settings.Options.GhostRetention));
    }

    /// <summary>The most items of a batch.</summary>
    public override int MaxBatch => FirestoreWrite.MaxWrites;

    /// <summary>About how many bytes of fields a batch may hold: Firestore's JSON is longer than what it says.</summary>
    public override int MaxBatchBytes => 2 * 1024 * 1024;

    /// <summary>Yes: documents are read page by page, and each is billed as a read.</summary>
    public override bool CanVerify => true;

    /// <summary>Checks the collections' names: Firestore makes collections with their first documents.</summary>
    /// <exception cref="TargetException">A name cannot be a collection's.</exception>
    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(models);
        foreach (SyncModel model in models)
        {
            string collection = model.Mapping<FirestoreMap>().Collection;
            if (collection is "." or ".." || collection.Contains('/', StringComparison.Ordinal) || FirestoreNames.IsReserved(collection))
            {
                throw new TargetException(TargetFailure.Configuration, $"Firestore keeps the name '{collection}' for itself: give {model.ModelName} another one by [HiveModel(Sync = …)].");
            }

            foreach (string field in model.Mapping<FirestoreMap>().Names)
            {
                if (FirestoreNames.IsReserved(field))
                {
                    throw new TargetException(TargetFailure.Configuration, $"Firestore keeps the name '{field}' for itself: rename the property of {model.ModelName}.");
                }
            }
        }

        prepared = models;
        return default;
    }

    /// <inheritdoc/>
    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken) => cursors.ReadAsync(hive, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask FlushCursorAsync(CancellationToken cancellationToken) => following.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
        => MergeRounds.SendAsync(batch, ReadAsync, WriteAsync, cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(except);
        if (at is not null)
        {
            await following.CheckAsync(home, at, cancellationToken).ConfigureAwait(false);
        }

        return await sweep.RunAsync(model, home, below, except, at, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, CancellationToken cancellationToken)
        => await FirestoreDigest.CountAsync(client, model, home, buckets, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
        => await FirestoreDigest.ReadBucketsAsync(client, model, home, buckets, wanted, limit, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
        => await FirestoreDigest.ReadRowsAsync(client, model, home, ids, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        client.Dispose();
        return base.DisposeAsync();
    }

    private async ValueTask<IReadOnlyList<ItemOutcome>> WriteAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        ItemOutcome[] outcomes = await new FirestoreBatch(client).RunAsync(batch.Items, cancellationToken).ConfigureAwait(false);
        if (batch.Cursor is { } move)
        {
            await following.MoveAsync(move, cancellationToken).ConfigureAwait(false);
            await sweep.PurgeIfDueAsync(prepared, move, cancellationToken).ConfigureAwait(false);
        }

        return outcomes;
    }

    private async ValueTask<IReadOnlyList<TargetRow?>> ReadAsync(IReadOnlyList<SyncItem> items, CancellationToken cancellationToken)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        for (int index = 0; index < items.Count; index++)
        {
            if (FirestoreNames.Fits(FirestoreNames.Id(items[index].RecordId)))
            {
                places[FirestoreNames.Of(client, items[index].Model, items[index].RecordId)] = index;
            }
        }

        TargetRow?[] rows = new TargetRow?[items.Count];
        await FirestoreRead.RunAsync(
            client,
            places.Keys,
            statesOnly: false,
            document =>
            {
                FirestoreDocument state = FirestoreDocument.Read(document);
                SyncModel model = items[places[state.Name]].Model;
                FirestoreSource source = new(model);
                source.Load(document);
                bool isOwn = state.Home is not null && !state.Deleted;
                rows[places[state.Name]] = new TargetRow(state.Version, state.Deleted, state.Home ?? "", isOwn ? model.Read(source) : null);
            },
            cancellationToken).ConfigureAwait(false);
        return rows;
    }
}
