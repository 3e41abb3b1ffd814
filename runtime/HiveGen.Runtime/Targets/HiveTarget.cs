namespace HiveGen.Targets;

/// <summary>
/// An external database: the adapter that speaks its protocol. The dispatcher calls it from one loop, <see cref="SendAsync"/> from as
/// many lanes as there are, and the router may call that at the same time: an implementation is thread-safe.
/// </summary>
public abstract class HiveTarget(string name) : IAsyncDisposable
{
    /// <summary>The name under which it is configured and its cursor is kept.</summary>
    public string Name { get; } = name;

    /// <summary>The most items of a batch.</summary>
    public virtual int MaxBatch => 500;

    /// <summary>About how many bytes of fields a batch may hold; one larger record goes alone.</summary>
    public virtual int MaxBatchBytes => 4 * 1024 * 1024;

    /// <summary>
    /// How many batches are sent to it at the same time, 1 to 64. Each record belongs to one lane, so none is ever in flight twice.
    /// <c>Hive:Targets:&lt;name&gt;:Lanes</c> overrides it.
    /// </summary>
    public virtual int Lanes => 1;

    /// <summary>
    /// Whether the target keeps the cursor itself. When it does not, <see cref="ReadCursorAsync"/> is never called: the Hive goes on
    /// from its own memory, and a full load comes only with the first contact. Then nobody notices that the target, or the Hive,
    /// was restored from a backup: call <see cref="HiveSync.AdoptAsync"/>, which sends everything again.
    /// </summary>
    public virtual bool RemembersCursor => true;

    /// <summary>How its client uses its connections; null when the client does not tell.</summary>
    public virtual TargetConnections? Connections => null;

    /// <summary>Makes tables, views and missing columns, where the target allows it. Called before the first send and after a schema failure.</summary>
    /// <exception cref="TargetException">It cannot.</exception>
    public abstract ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken);

    /// <summary>The cursor the target remembers for this Hive; null when it has none.</summary>
    /// <exception cref="TargetException">It cannot be read.</exception>
    public abstract ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken);

    /// <summary>Applies a batch: guarded, idempotent, and in one transaction with the cursor where the target has them.</summary>
    /// <returns>One outcome an item, in the order of the items.</returns>
    /// <exception cref="TargetException">Nothing of the batch was applied, or it is unknown; sending it again is harmless.</exception>
    public abstract ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a cursor that follows the data at a distance (<see cref="FollowingCursor"/>). Called before the Hive remembers how far
    /// the target has come, so that it never remembers more than the target does. Nothing to do where the cursor moves with the data.
    /// </summary>
    /// <exception cref="TargetException">It was not stored; the Hive remembers what it did before.</exception>
    public virtual ValueTask FlushCursorAsync(CancellationToken cancellationToken) => default;

    /// <summary>
    /// Ends a full load: makes ghosts of the home's rows that are below this version, at the version before it. The load wrote
    /// every live record at this version or above, so what is left below it is not in the Hive any more.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="home">The Hive whose rows are swept.</param>
    /// <param name="below">The version of the load.</param>
    /// <param name="except">The ids of live records that the target refused: they are in the Hive, and what the target has of them stays.</param>
    /// <param name="at">Where the home left its cursor: checked in the sweep's own transaction where the target has one, else right before. Null where no cursor is kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many rows became ghosts. A target that cannot look for them returns 0.</returns>
    /// <exception cref="TargetException">It failed; sweeping again is harmless. The cursor is not there: another copy of the Hive has taken over, and nothing was swept.</exception>
    public virtual ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken) => default;

    /// <summary>
    /// Whether its rows can be compared with the Hive's: then it has <see cref="DigestAsync"/>, <see cref="ReadBucketsAsync"/> and
    /// <see cref="ReadRowsAsync"/>, which read beside the sending and do not hold it up.
    /// </summary>
    public virtual bool CanVerify => false;

    /// <summary>Counts and hashes the home's rows of a model by buckets, in one pass and with memory for the buckets alone.</summary>
    /// <param name="model">The model.</param>
    /// <param name="home">The Hive whose rows are read.</param>
    /// <param name="buckets">How many buckets; <see cref="RowHash.Bucket"/> says which one a row is in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One digest a bucket.</returns>
    /// <exception cref="TargetException">The target failed.</exception>
    public virtual ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, CancellationToken cancellationToken)
        => throw CannotVerify();

    /// <summary>The home's rows of some buckets, ghosts included, in any order. The caller asks for few at a time.</summary>
    /// <param name="model">The model.</param>
    /// <param name="home">The Hive whose rows are read.</param>
    /// <param name="buckets">How many buckets there are.</param>
    /// <param name="wanted">Those whose rows are wanted.</param>
    /// <param name="limit">The most rows: where there are more, none are given, and no more are held in memory.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TargetException">The target failed; <see cref="TargetFailure.TooLarge"/> when there are more rows.</exception>
    public virtual ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
        => throw CannotVerify();

    /// <summary>The home's rows of these ids, ghosts included, in any order; an id without a row is left out.</summary>
    /// <exception cref="TargetException">The target failed.</exception>
    public virtual ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
        => throw CannotVerify();

    /// <summary>Closes connections.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    private NotSupportedException CannotVerify() => new($"The target '{Name}' cannot be compared with the Hive: CanVerify is false.");
}
