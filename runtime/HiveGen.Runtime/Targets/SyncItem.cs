namespace HiveGen.Targets;

/// <summary>One record on its way to a target.</summary>
/// <param name="Model">The model.</param>
/// <param name="Id">The id.</param>
/// <param name="RecordId">The id as the wire spells it.</param>
/// <param name="Version">The guard: only a higher version overwrites. Ignored for <see cref="SyncItemKind.Merge"/>.</param>
/// <param name="Home">The Hive the record belongs to.</param>
/// <param name="Record">The fields; null for a delete.</param>
/// <param name="Kind">How it is applied.</param>
public readonly record struct SyncItem(SyncModel Model, SqlValue Id, string RecordId, long Version, string Home, SyncRecord? Record, SyncItemKind Kind = SyncItemKind.State)
{
    /// <summary>What an unversioned request asked; only for <see cref="SyncItemKind.Merge"/>.</summary>
    public SyncOperation Operation { get; init; }

    /// <summary>
    /// A hint that the target probably has no such record: the first change that led to this item added it. It may be wrong, as after a
    /// batch whose answer was lost: a target that makes use of it looks for a stored row all the same.
    /// </summary>
    public bool IsNew { get; init; }
}
