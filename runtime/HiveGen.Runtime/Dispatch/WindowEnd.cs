namespace HiveGen.Dispatch;

/// <summary>Where a window ended.</summary>
/// <param name="Seq">Everything up to here is in the window or before it.</param>
/// <param name="MaxSeq">Where the log ended.</param>
/// <param name="Rows">How many log rows were read.</param>
internal readonly record struct WindowEnd(long Seq, long MaxSeq, long Rows);
