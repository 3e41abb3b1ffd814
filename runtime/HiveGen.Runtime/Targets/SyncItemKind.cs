namespace HiveGen.Targets;

/// <summary>How a target applies an item.</summary>
public enum SyncItemKind
{
    /// <summary>The whole record (or its ghost) at a version; an older one is stale.</summary>
    State,

    /// <summary>
    /// An unversioned request of the original's kind: given fields are merged over the stored row in arrival order and the
    /// version becomes stored + 1. <see cref="SyncItem.Operation"/> says what was asked: a create may revive a ghost, an update
    /// of a ghost is a conflict. Where no live row is stored, the target inserts the record as it is: fields that were not given
    /// hold the defaults that were validated. Over a stored row only <see cref="SyncRecord.Given"/> counts, so that a repeated
    /// create resets nothing.
    /// </summary>
    Merge,
}
