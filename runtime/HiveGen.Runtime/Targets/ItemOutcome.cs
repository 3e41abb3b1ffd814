namespace HiveGen.Targets;

/// <summary>The outcome of one item.</summary>
/// <param name="Status">What happened.</param>
/// <param name="Error">The target's own words, unless it was applied or stale.</param>
public readonly record struct ItemOutcome(ItemStatus Status, string? Error = null);
