using System.Text;
using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Adapters.Sqlite;

/// <summary>Makes ghosts of what a full load did not find in the Hive.</summary>
internal static class SqliteSweep
{
    /// <summary>Sweeps a table.</summary>
    /// <returns>How many rows became ghosts.</returns>
    public static int Run(HiveConnection connection, SyncModel model, string home, long below, long now)
    {
        StringBuilder sql = new("UPDATE ");
        sql.Append(SqliteNames.Quote(model.Name)).Append(" SET ");
        for (int field = 1; field < model.Fields.Count; field++)
        {
            sql.Append(SqliteNames.Quote(model.Fields[field].Column)).Append(" = NULL, ");
        }

        // One below the load's version: a record of it that is parked comes back when it is tried again.
        sql.Append("""
            "_deleted" = 1, "_version" = ?2 - 1, "_synced_at" = ?3 WHERE "_home" = ?1 AND "_version" < ?2 AND "_deleted" = 0
            """);
        Statement sweep = connection.Prepare(sql.ToString());
        sweep.BindText(1, home);
        sweep.BindInt64(2, below);
        sweep.BindInt64(3, now);
        sweep.Run();
        return connection.Changes;
    }
}
