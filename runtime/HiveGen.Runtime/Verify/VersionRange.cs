using HiveGen.Dispatch;
using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Verify;

/// <summary>The versions that rows of a model may have at a target.</summary>
/// <param name="Epoch">The target's epoch.</param>
/// <param name="Low">The version of the last full load, below which no live row is left.</param>
internal readonly record struct VersionRange(int Epoch, long Low)
{
    /// <summary>Reads it; everything was loaded.</summary>
    public static VersionRange Read(TargetContext context, SyncModel model)
    {
        using ReaderLease lease = context.Engine.Readers.Rent();
        lease.BeginSnapshot();
        int epoch = TargetMemory.Read(lease.Connection, context.Name)?.Epoch ?? ChangeLog.Epoch(lease.Connection);
        long low = LoadMemory.Read(lease.Connection, context.Name).TryGetValue(model.Name, out LoadMemory? load) ? SyncVersion.Of(epoch, load.AsOf) : 0;
        return new VersionRange(epoch, low);
    }

    /// <summary>The highest version that a row may have while the log ends here.</summary>
    public long High(long maxSeq) => SyncVersion.Of(Epoch, maxSeq);

    /// <summary>How a row differs from its record; null when it does not.</summary>
    /// <param name="hash">The record's hash; null when there is none.</param>
    /// <param name="row">The row or its ghost; null when there is none.</param>
    /// <param name="maxSeq">Where the log ended after the row was read.</param>
    public DifferenceKind? Judge(ulong? hash, RowDigest? row, long maxSeq)
    {
        bool live = row is { Deleted: false };
        if (hash is { } wanted)
        {
            return !live ? DifferenceKind.Missing
                : row!.Value.Hash != wanted ? DifferenceKind.Differing
                : row.Value.Version < Low ? DifferenceKind.Stale
                : row.Value.Version > High(maxSeq) ? DifferenceKind.Ahead
                : null;
        }

        return live ? DifferenceKind.Extra
            : row?.Version > High(maxSeq) ? DifferenceKind.Ahead
            : null;
    }
}
