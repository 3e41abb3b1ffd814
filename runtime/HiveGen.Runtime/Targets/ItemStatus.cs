namespace HiveGen.Targets;

/// <summary>What a target did with an item.</summary>
public enum ItemStatus
{
    /// <summary>Written.</summary>
    Applied,

    /// <summary>The target has this version or a newer one. Fine: a repeat or a late delivery.</summary>
    Stale,

    /// <summary>The row belongs to another home, or is a ghost that this item may not revive.</summary>
    Conflict,

    /// <summary>This item failed for now; try it again later.</summary>
    Retry,

    /// <summary>This item will never be accepted as it is.</summary>
    Permanent,

    /// <summary>
    /// A record this one links to is missing at the target. It waits for that record, and costs no attempt as long as that one
    /// has not had its chance.
    /// </summary>
    Dependency,
}
