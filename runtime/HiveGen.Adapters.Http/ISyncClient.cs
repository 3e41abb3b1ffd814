using HiveGen.Targets;

namespace HiveGen;

/// <summary>
/// Writes to another app's router by hand: the original's <c>syncToDatabase</c> and <c>batchSyncToDatabase</c>. It keeps nothing: what
/// it could not deliver is lost unless the caller tries again, and a crash forgets it. Where the data lies in a Hive, add a target
/// (<c>AddRouter</c>) instead, which loses nothing. Thread-safe.
/// </summary>
/// <remarks>
/// Nothing that the router or the network does throws: as in the original, a sync that fails must not break what it is called from.
/// Look at <see cref="SyncResult.Success"/>.
/// </remarks>
public interface ISyncClient
{
    /// <summary>Writes one record.</summary>
    /// <param name="model">The model's sync name, such as <c>users</c>.</param>
    /// <param name="operation">What is done.</param>
    /// <param name="data">The fields: only those that were set are sent. Null for a delete.</param>
    /// <param name="recordId">The record's id.</param>
    /// <param name="idempotencyKey">The same for every try of one call: the router then writes it once. Null for a new one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The model is unknown, the data is another model's, or the id is none.</exception>
    Task<SyncResult> SyncToDatabaseAsync(string model, SyncOperation operation, SyncRecord? data, string recordId, string? idempotencyKey = null, CancellationToken cancellationToken = default);

    /// <summary>Writes many records of a model, each judged by itself.</summary>
    /// <param name="model">The model's sync name, such as <c>users</c>.</param>
    /// <param name="operation">What is done to each.</param>
    /// <param name="records">The records.</param>
    /// <param name="idempotencyKey">The same for every try of one call: the router then writes it once. Null for a new one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The model is unknown, the data is another model's, or an id is none.</exception>
    Task<SyncBatchResult> BatchSyncToDatabaseAsync(string model, SyncOperation operation, IReadOnlyList<RecordData> records, string? idempotencyKey = null, CancellationToken cancellationToken = default);
}
