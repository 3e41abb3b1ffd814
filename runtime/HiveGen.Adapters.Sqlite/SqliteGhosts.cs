using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Adapters.Sqlite;

/// <summary>
/// Purges ghost rows after their retention, now and then; never one that the cursor has not passed, for its record may still
/// be on its way.
/// </summary>
internal sealed class SqliteGhosts(SqliteTargetOptions options)
{
    private const string HttpHome = "http";
    private const int Chunk = 1000;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private long? lastPurge;

    /// <summary>Purges a chunk of each table, if that is due.</summary>
    public void PurgeIfDue(HiveConnection connection, IEnumerable<string> tables, CursorMove move)
    {
        if (lastPurge is { } last && options.Clock.GetElapsedTime(last) < Interval)
        {
            return;
        }

        lastPurge = options.Clock.GetTimestamp();
        long before = UnixMicros.Write(options.Clock.GetUtcNow() - options.GhostRetention);
        long passed = SyncVersion.Of(move.To.Epoch, move.To.Seq);
        foreach (string table in tables)
        {
            string name = SqliteNames.Quote(table);
            Statement purge = connection.Prepare($"""
                DELETE FROM {name} WHERE "rowid" IN (SELECT "rowid" FROM {name}
                WHERE "_deleted" = 1 AND "_synced_at" < ?1 AND ("_home" = ?2 AND "_version" <= ?3 OR "_home" = ?4) LIMIT ?5)
                """);
            purge.BindInt64(1, before);
            purge.BindText(2, move.Hive);
            purge.BindInt64(3, passed);
            purge.BindText(4, HttpHome);
            purge.BindInt64(5, Chunk);
            purge.Run();
        }
    }
}
