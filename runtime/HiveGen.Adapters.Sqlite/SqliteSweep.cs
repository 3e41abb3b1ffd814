using System.Text;
using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Adapters.Sqlite;

/// <summary>Makes ghosts of what a full load did not find in the Hive.</summary>
internal static class SqliteSweep
{
    private static readonly PreparedSql ForgetKept = new("""DELETE FROM temp."_hive_kept" """);
    private static readonly PreparedSql InsertKept = new("""INSERT OR IGNORE INTO temp."_hive_kept" ("id") VALUES (?1)""");

    /// <summary>Sweeps a table.</summary>
    /// <returns>How many rows became ghosts.</returns>
    /// <exception cref="TargetException">The cursor is not where the home left it; nothing was swept.</exception>
    public static int Run(HiveConnection connection, SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, long now)
    {
        int swept = 0;
        Keep(connection, except);
        SqliteTransaction.Run(
            connection,
            at,
            (open, left) =>
            {
                if (left is not null)
                {
                    SqliteCursor.Move(open, new CursorMove(home, left, left), now);
                }

                swept = Sweep(open, model, home, below, now);
            });
        return swept;
    }

    private static int Sweep(HiveConnection connection, SyncModel model, string home, long below, long now)
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
        sql.Append(" AND ").Append(SqliteNames.Quote(model.Fields[0].Column)).Append(""" NOT IN (SELECT "id" FROM temp."_hive_kept")""");
        Statement sweep = connection.Prepare(sql.ToString());
        sweep.BindText(1, home);
        sweep.BindInt64(2, below);
        sweep.BindInt64(3, now);
        sweep.Run();
        return connection.Changes;
    }

    // A table of this connection alone, in memory: there may be more ids than a statement has room for.
    private static void Keep(HiveConnection connection, IReadOnlyList<SqlValue> except)
    {
        connection.Execute("""CREATE TEMP TABLE IF NOT EXISTS "_hive_kept" ("id" PRIMARY KEY) WITHOUT ROWID""");
        connection.Prepare(ForgetKept).Run();
        foreach (SqlValue id in except)
        {
            Statement insert = connection.Prepare(InsertKept);
            insert.Bind(1, id);
            insert.Run();
        }
    }
}
