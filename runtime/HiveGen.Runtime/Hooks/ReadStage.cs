namespace HiveGen.Hooks;

/// <summary>When a hook of a read runs: all before the database is asked.</summary>
internal enum ReadStage
{
    /// <summary>First.</summary>
    Before,

    /// <summary>The bare name.</summary>
    During,

    /// <summary>When the filter is final.</summary>
    After,

    /// <summary>May answer instead of the database.</summary>
    Resolving,
}
