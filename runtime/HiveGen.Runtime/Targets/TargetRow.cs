using System.ComponentModel;

namespace HiveGen.Targets;

/// <summary>A row as a target has it. For adapters.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Deleted">Whether it is a ghost.</param>
/// <param name="Home">The Hive it belongs to.</param>
/// <param name="Record">Its fields; null for a ghost, and where they were not asked for.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct TargetRow(long Version, bool Deleted, string Home, SyncRecord? Record = null)
{
    /// <summary>What an item is told whose row belongs to another home.</summary>
    public static ItemOutcome OtherHome(in SyncItem item, string home)
        => new(ItemStatus.Conflict, $"{item.Model.Name} {item.RecordId} belongs to '{home}', which wrote it first; '{item.Home}' may not change it.");
}
