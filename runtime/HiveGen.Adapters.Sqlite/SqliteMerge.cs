using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Adapters.Sqlite;

/// <summary>Applies requests without a version, in arrival order: given fields over what is stored, version stored + 1.</summary>
internal static class SqliteMerge
{
    /// <summary>Applies one.</summary>
    public static ItemOutcome Apply(HiveConnection connection, in SyncItem item, long now)
    {
        SqliteStored? stored = SqliteStored.Read(connection, item, withRecord: item.Record is not null, out SyncRecord? record);
        TargetRow? row = stored is { } found ? new TargetRow(found.Version, found.Deleted, found.Home, record) : null;
        if (!SyncMerge.TryResolve(item, row, out SyncItem write, out ItemOutcome outcome))
        {
            return outcome;
        }

        SqliteBatch.Write(connection, write, write.Record, write.Version, write.Home, now);
        return new ItemOutcome(ItemStatus.Applied);
    }
}
