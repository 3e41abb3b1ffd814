using System.Globalization;
using System.Text.Json;
using HiveGen.Adapters.Turso.Hrana;
using HiveGen.Targets;

namespace HiveGen.Adapters.Turso;

/// <summary>The table <c>_hive_cursor</c>: how far each Hive has come here, moved by compare-and-set.</summary>
internal static class TursoCursor
{
    public const string CreateTable = """
        CREATE TABLE IF NOT EXISTS "_hive_cursor" ("hive" TEXT NOT NULL PRIMARY KEY, "session" TEXT NOT NULL, "seq" INTEGER NOT NULL, "epoch" INTEGER NOT NULL, "moved_at" INTEGER NOT NULL, "high" INTEGER NOT NULL DEFAULT 0) STRICT
        """;

    public const string Select = """SELECT "session", "seq", "epoch", "high" FROM "_hive_cursor" WHERE "hive" = ?1""";

    private const string Insert = """
        INSERT INTO "_hive_cursor" ("hive", "session", "seq", "epoch", "moved_at", "high") VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """;

    // A step cannot look at how many rows another one changed. So a cursor that is not where it is expected breaks NOT NULL, and
    // the error stops the steps after it.
    private const string Update = """
        INSERT INTO "_hive_cursor" ("hive", "session", "seq", "epoch", "moved_at", "high")
        VALUES (?1, (SELECT ?2 FROM "_hive_cursor" WHERE "hive" = ?1 AND "session" = ?7 AND "seq" = ?8 AND "epoch" = ?9), ?3, ?4, ?5, ?6)
        ON CONFLICT ("hive") DO UPDATE SET "session" = excluded."session", "seq" = excluded."seq", "epoch" = excluded."epoch",
          "moved_at" = excluded."moved_at", "high" = excluded."high"
        """;

    /// <summary>Adds the step that moves the cursor, or fails.</summary>
    public static int Move(HranaRequest request, CursorMove move, long now)
    {
        int step = request.Step(move.From is null ? Insert : Update, wantRows: false);
        request.Argument(move.Hive);
        request.Argument(move.To.Session);
        request.Argument(move.To.Seq);
        request.Argument(move.To.Epoch);
        request.Argument(now);
        request.Argument(move.To.High);
        if (move.From is { } from)
        {
            request.Argument(from.Session);
            request.Argument(from.Seq);
            request.Argument(from.Epoch);
        }

        request.EndStep();
        return step;
    }

    /// <summary>The cursor in the rows of <see cref="Select"/>; null when there is none.</summary>
    public static TargetCursor? Read(JsonElement rows)
    {
        if (rows.GetArrayLength() == 0)
        {
            return null;
        }

        HranaRow row = new HranaRow().On(rows[0]);
        return new TargetCursor(row.String(0), row.Integer(1), (int)row.Integer(2), row.Integer(3));
    }

    /// <summary>What is told when it is not where it was left.</summary>
    public static TargetException Conflict(CursorMove move, TargetCursor? found) => new(
        TargetFailure.CursorConflict,
        $"The cursor is at {Describe(found)} and was left at {Describe(move.From)}: another copy of this Hive wrote here.");

    private static string Describe(TargetCursor? cursor) => cursor is null ? "nothing" : string.Create(CultureInfo.InvariantCulture, $"change {cursor.Seq} of session {cursor.Session}, epoch {cursor.Epoch}");
}
