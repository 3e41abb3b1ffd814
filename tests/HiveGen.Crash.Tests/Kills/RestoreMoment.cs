namespace HiveGen.Tests;

/// <summary>What a look into the folder shows of a restore under way.</summary>
internal enum RestoreMoment
{
    /// <summary>The backup is being copied beside the Hive.</summary>
    Copying,

    /// <summary>The old file has its new name.</summary>
    Kept,

    /// <summary>The copy has taken the Hive's place.</summary>
    Replaced,

    /// <summary>The Hive's file is missing, or is less than a whole one. It must never come.</summary>
    Torn,
}
