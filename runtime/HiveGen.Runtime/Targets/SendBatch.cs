namespace HiveGen.Targets;

/// <summary>What a target gets at once: parents before children, deletes the other way round, each record at most once.</summary>
/// <param name="Items">The items in order; may be empty when only the cursor moves.</param>
/// <param name="Cursor">The move of the cursor that goes with them; null from the router.</param>
public sealed record SendBatch(IReadOnlyList<SyncItem> Items, CursorMove? Cursor);
