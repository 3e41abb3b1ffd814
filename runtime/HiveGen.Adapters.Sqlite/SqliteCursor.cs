using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Adapters.Sqlite;

/// <summary>The table <c>_hive_cursor</c>: how far each Hive has come here, moved by compare-and-set.</summary>
internal static class SqliteCursor
{
    /// <summary>Makes the table.</summary>
    public const string CreateTable = """
        CREATE TABLE IF NOT EXISTS "_hive_cursor" ("hive" TEXT NOT NULL PRIMARY KEY, "session" TEXT NOT NULL, "seq" INTEGER NOT NULL, "epoch" INTEGER NOT NULL, "moved_at" INTEGER NOT NULL, "high" INTEGER NOT NULL DEFAULT 0) STRICT
        """;

    /// <summary>Adds the column that older tables lack.</summary>
    public const string AddHigh = """ALTER TABLE "_hive_cursor" ADD COLUMN "high" INTEGER NOT NULL DEFAULT 0""";

    private static readonly PreparedSql Exists = new("""SELECT 1 FROM "sqlite_schema" WHERE "type" = 'table' AND "name" = '_hive_cursor'""");
    private static readonly PreparedSql Select = new("""SELECT "session", "seq", "epoch", "high" FROM "_hive_cursor" WHERE "hive" = ?1""");
    private static readonly PreparedSql Insert = new("""
        INSERT INTO "_hive_cursor" ("hive", "session", "seq", "epoch", "moved_at", "high") VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING
        """);

    private static readonly PreparedSql Update = new("""
        UPDATE "_hive_cursor" SET "session" = ?2, "seq" = ?3, "epoch" = ?4, "moved_at" = ?5, "high" = ?6
        WHERE "hive" = ?1 AND "session" = ?7 AND "seq" = ?8 AND "epoch" = ?9
        """);

    /// <summary>The cursor of a Hive; null when it has none.</summary>
    public static TargetCursor? Read(HiveConnection connection, string hive)
    {
        Statement exists = connection.Prepare(Exists);
        bool found = exists.Step();
        exists.Reset();
        return found ? ReadRow(connection, hive) : null;
    }

    /// <summary>Moves the cursor if it is where it is expected.</summary>
    /// <exception cref="TargetException">It is not.</exception>
    public static void Move(HiveConnection connection, CursorMove move, long now)
    {
        bool expected = move.From == move.To
            ? TargetCursor.SamePlace(ReadRow(connection, move.Hive), move.From)
            : Write(connection, move, now);
        if (!expected)
        {
            TargetCursor? found = ReadRow(connection, move.Hive);
            throw new TargetException(
                TargetFailure.CursorConflict,
                $"The cursor is at {Describe(found)} and was left at {Describe(move.From)}: another copy of this Hive wrote here.");
        }
    }

    private static bool Write(HiveConnection connection, CursorMove move, long now)
    {
        Statement write = connection.Prepare(move.From is null ? Insert : Update);
        write.BindText(1, move.Hive);
        write.BindText(2, move.To.Session);
        write.BindInt64(3, move.To.Seq);
        write.BindInt64(4, move.To.Epoch);
        write.BindInt64(5, now);
        write.BindInt64(6, move.To.High);
        if (move.From is { } from)
        {
            write.BindText(7, from.Session);
            write.BindInt64(8, from.Seq);
            write.BindInt64(9, from.Epoch);
        }

        write.Run();
        return connection.Changes == 1;
    }

    private static TargetCursor? ReadRow(HiveConnection connection, string hive)
    {
        Statement select = connection.Prepare(Select);
        select.BindText(1, hive);
        TargetCursor? cursor = select.Step() ? new TargetCursor(select.Text(0), select.Int64(1), (int)select.Int64(2), select.Int64(3)) : null;
        select.Reset();
        return cursor;
    }

    private static string Describe(TargetCursor? cursor) => cursor is null ? "nothing" : $"change {cursor.Seq} of session {cursor.Session}, epoch {cursor.Epoch}";
}
