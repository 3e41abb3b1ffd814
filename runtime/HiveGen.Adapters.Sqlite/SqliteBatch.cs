using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Adapters.Sqlite;

/// <summary>Applies items inside a transaction. A row that SQLite refuses is that item's fault and no other's.</summary>
internal static class SqliteBatch
{
    /// <summary>Applies the items in order.</summary>
    public static void Apply(HiveConnection connection, IReadOnlyList<SyncItem> items, ItemOutcome[] outcomes, long now)
    {
        for (int index = 0; index < items.Count; index++)
        {
            SyncItem item = items[index];
            try
            {
                outcomes[index] = item.Kind == SyncItemKind.Merge ? SqliteMerge.Apply(connection, item, now) : ApplyState(connection, item, now);
            }
            catch (HiveStorageException refused) when (SqliteErrors.IsOfOneRow(refused) && !connection.AutoCommit)
            {
                // SQLite has undone this statement, and the transaction goes on.
                outcomes[index] = new ItemOutcome(SqliteErrors.IsMissingParent(refused) ? ItemStatus.Dependency : ItemStatus.Permanent, refused.Message);
            }
        }
    }

    /// <summary>Writes a record, or its ghost, over what is older.</summary>
    /// <returns>Whether it was written.</returns>
    public static bool Write(HiveConnection connection, in SyncItem item, SyncRecord? record, long version, string home, long now)
    {
        SqliteMap map = item.Model.Mapping<SqliteMap>();
        Statement write;
        int next;
        if (record is null)
        {
            write = connection.Prepare(map.Delete);
            write.Bind(1, item.Id);
            next = 2;
        }
        else
        {
            write = connection.Prepare(map.Upsert);
            map.Bind(write, record);
            next = item.Model.Fields.Count + 1;
        }

        write.BindInt64(next, version);
        write.BindText(next + 1, home);
        write.BindInt64(next + 2, now);
        write.Run();
        return connection.Changes > 0;
    }

    private static ItemOutcome ApplyState(HiveConnection connection, in SyncItem item, long now)
    {
        if (Write(connection, item, item.Record, item.Version, item.Home, now))
        {
            return new ItemOutcome(ItemStatus.Applied);
        }

        SqliteStored? stored = SqliteStored.Read(connection, item, withRecord: false, out _);
        return stored is { } row && row.Home != item.Home
            ? TargetRow.OtherHome(item, row.Home)
            : new ItemOutcome(ItemStatus.Stale);
    }
}
