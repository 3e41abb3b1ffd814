namespace HiveGen.Hooks;

/// <summary>The two ways to read.</summary>
internal enum ReadKind
{
    /// <summary>Records.</summary>
    Get,

    /// <summary>How many there are, or whether there are any.</summary>
    Count,
}
