namespace HiveGen.Dispatch;

/// <summary>What the target's cursor says about it.</summary>
internal enum CursorVerdict
{
    /// <summary>It is where this Hive left it: go on.</summary>
    Continue,

    /// <summary>It is empty, was restored from a backup or was adopted: send everything.</summary>
    Fresh,

    /// <summary>Another Hive, another copy of it, or a part of its life that a restored backup does not know wrote last.</summary>
    Foreign,
}
