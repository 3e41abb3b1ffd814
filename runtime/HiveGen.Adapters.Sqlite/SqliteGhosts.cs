using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Adapters.Sqlite;

/// <summary>Purges ghost rows when that is due.</summary>
internal sealed class SqliteGhosts(SqliteTargetOptions options)
{
    private readonly GhostPurge schedule = new(options.Clock, options.GhostRetention);

    /// <summary>Purges a chunk of each table, if that is due.</summary>
    public void PurgeIfDue(HiveConnection connection, IEnumerable<string> tables, CursorMove move)
    {
        if (!schedule.IsDue(move, out long before, out long passed))
        {
            return;
        }

        foreach (string table in tables)
        {
            string name = SqliteNames.Quote(table);
            Statement purge = connection.Prepare($"""
                DELETE FROM {name} WHERE "id" IN (SELECT "id" FROM {name}
                WHERE "_deleted" = 1 AND "_synced_at" < ?1 AND ("_home" = ?2 AND "_version" <= ?3 OR "_home" = ?4) LIMIT ?5)
                """);
            purge.BindInt64(1, before);
            purge.BindText(2, move.Hive);
            purge.BindInt64(3, passed);
            purge.BindText(4, GhostPurge.HttpHome);
            purge.BindInt64(5, GhostPurge.Chunk);
            purge.Run();
        }
    }
}
