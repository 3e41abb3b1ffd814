namespace HiveGen.Targets;

/// <summary>Why a target took nothing of a batch.</summary>
public enum TargetFailure
{
    /// <summary>Network, restart, lock: it will pass. Costs no record an attempt.</summary>
    Transient,

    /// <summary>Too many requests; <see cref="TargetException.RetryAfter"/> says when. Costs no record an attempt.</summary>
    Throttled,

    /// <summary>A wrong key or configuration: a person must mend it.</summary>
    Configuration,

    /// <summary>A table or column is missing: a rolling deploy heals it.</summary>
    Schema,

    /// <summary>The cursor is not where it was left: a restored backup or a second live copy of the Hive.</summary>
    CursorConflict,

    /// <summary>The batch was refused and the target did not say which item; send it in halves.</summary>
    Batch,

    /// <summary>The batch is more than the target takes at once; smaller ones are sent from here on. Costs no record an attempt.</summary>
    TooLarge,

    /// <summary>It did not answer in time: what it did is unknown. Sent again in smaller batches, at no record's cost.</summary>
    Timeout,

    /// <summary>
    /// An exception of a kind that tells nothing. Sent again; a record that fails so alone, while the target takes others, is
    /// parked, so that it holds up nobody.
    /// </summary>
    Unknown,
}
