namespace HiveGen.Targets;

/// <summary>A compare-and-set of the target's cursor, done in the data's own transaction where the target has one.</summary>
/// <param name="Hive">The Hive's id, which is the home of its records.</param>
/// <param name="From">What the cursor must be; null when there must be none.</param>
/// <param name="To">What it becomes.</param>
public sealed record CursorMove(string Hive, TargetCursor? From, TargetCursor To)
{
    /// <summary>
    /// The move of a part that is not the last: the cursor stays, and is checked, but says that rows may show what is behind it.
    /// Where there was none yet, it is made.
    /// </summary>
    public CursorMove Begun() => From is null ? this : this with { To = From with { High = To.High } };
}
