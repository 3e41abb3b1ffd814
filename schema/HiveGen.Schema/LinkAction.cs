namespace HiveGen;

/// <summary>What the removal of a linked record does to the records that link to it.</summary>
public enum LinkAction
{
    /// <summary>The removal is refused while records link to it.</summary>
    Restrict,

    /// <summary>The linking records are removed too, and their removal is synced.</summary>
    Cascade,

    /// <summary>The link becomes null; the property must be nullable.</summary>
    SetNull,
}
