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
        if (stored is { } other && other.Home != item.Home)
        {
            return new ItemOutcome(ItemStatus.Conflict, OtherHome(item, other));
        }

        long version = (stored?.Version ?? 0) + 1;
        if (item.Record is null)
        {
            if (stored is { Deleted: true })
            {
                return new ItemOutcome(ItemStatus.Stale);
            }

            SqliteBatch.Write(connection, item, null, version, item.Home, now);
            return new ItemOutcome(ItemStatus.Applied);
        }

        if (stored is { Deleted: true } && item.Operation == SyncOperation.Update)
        {
            return new ItemOutcome(ItemStatus.Conflict, $"{item.Model.Name} {item.RecordId} was deleted here: an update cannot bring it back, a create can.");
        }

        if (record is not null)
        {
            item.Model.Merge(record, item.Record);
        }

        SqliteBatch.Write(connection, item, record ?? item.Record, version, item.Home, now);
        return new ItemOutcome(ItemStatus.Applied);
    }

    /// <summary>What is told when a row is another's.</summary>
    public static string OtherHome(in SyncItem item, in SqliteStored stored)
        => $"{item.Model.Name} {item.RecordId} belongs to '{stored.Home}', which wrote it first; '{item.Home}' may not change it.";
}
