using System.ComponentModel;

namespace HiveGen.Targets;

/// <summary>What a request without a version (<see cref="SyncItemKind.Merge"/>) comes to over what is stored. For adapters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SyncMerge
{
    /// <summary>Makes the write of a request: the given fields over the stored ones, one version above them.</summary>
    /// <param name="item">The request.</param>
    /// <param name="stored">The stored row with its record, which the given fields are merged into; null when there is none.</param>
    /// <param name="write">The item to be written with the guard, of kind <see cref="SyncItemKind.State"/>.</param>
    /// <param name="outcome">What the request comes to when there is nothing to write.</param>
    /// <returns>Whether there is something to write.</returns>
    public static bool TryResolve(in SyncItem item, in TargetRow? stored, out SyncItem write, out ItemOutcome outcome)
    {
        write = default;
        outcome = default;
        if (stored is { } other && other.Home != item.Home)
        {
            outcome = TargetRow.OtherHome(item, other.Home);
            return false;
        }

        if (item.Record is null && stored is { Deleted: true })
        {
            outcome = new ItemOutcome(ItemStatus.Stale);
            return false;
        }

        if (item.Record is not null && stored is { Deleted: true } && item.Operation == SyncOperation.Update)
        {
            outcome = new ItemOutcome(ItemStatus.Conflict, $"{item.Model.Name} {item.RecordId} was deleted here: an update cannot bring it back, a create can.");
            return false;
        }

        SyncRecord? record = item.Record;
        if (record is not null && stored?.Record is { } kept)
        {
            item.Model.Merge(kept, record);
            record = kept;
        }

        write = item with { Kind = SyncItemKind.State, Version = (stored?.Version ?? 0) + 1, Record = record };
        return true;
    }
}
