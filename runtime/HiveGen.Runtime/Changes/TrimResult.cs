namespace HiveGen.Dispatch;

/// <summary>What a trim did.</summary>
/// <param name="Deleted">Rows deleted.</param>
/// <param name="More">Whether more may be deleted at once.</param>
internal readonly record struct TrimResult(int Deleted, bool More);
