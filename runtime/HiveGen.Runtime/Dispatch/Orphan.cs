namespace HiveGen.Dispatch;

/// <summary>A record that a target refused because one it links to is missing there.</summary>
/// <param name="Sent">The record.</param>
/// <param name="Error">The target's own words.</param>
internal readonly record struct Orphan(Outgoing Sent, string? Error);
