using HiveGen.Targets;
using Npgsql;

namespace HiveGen.Adapters.Postgres;

/// <summary>The table <c>_hive_cursor</c>: how far each Hive has come here, moved by compare-and-set.</summary>
internal static class PostgresCursor
{
    /// <summary>The table.</summary>
    public const string Table = "_hive_cursor";

    /// <summary>Makes the table.</summary>
    public const string CreateTable = """
        CREATE TABLE IF NOT EXISTS "_hive_cursor" (
          "hive" text COLLATE "C" NOT NULL PRIMARY KEY,
          "session" text NOT NULL,
          "seq" bigint NOT NULL,
          "epoch" integer NOT NULL,
          "high" bigint NOT NULL,
          "moved_at" timestamptz NOT NULL
        )
        """;

    private const string Select = """SELECT "session", "seq", "epoch", "high" FROM "_hive_cursor" WHERE "hive" = $1""";

    private const string Insert = """
        INSERT INTO "_hive_cursor" ("hive", "session", "seq", "epoch", "high", "moved_at") VALUES ($1, $2, $3, $4, $5, clock_timestamp()) ON CONFLICT DO NOTHING
        """;

    private const string Update = """
        UPDATE "_hive_cursor" SET "session" = $2, "seq" = $3, "epoch" = $4, "high" = $5, "moved_at" = clock_timestamp()
        WHERE "hive" = $1 AND "session" = $6 AND "seq" = $7 AND "epoch" = $8
        """;

    // Lanes may look at the same time; who moves it waits until their data is committed.
    private const string Check = """SELECT 1 FROM "_hive_cursor" WHERE "hive" = $1 AND "session" = $2 AND "seq" = $3 AND "epoch" = $4 FOR SHARE""";

    /// <summary>The statement that moves the cursor, or looks whether it is where it is expected. It comes to one row if it is.</summary>
    public static NpgsqlBatchCommand ToCommand(CursorMove move)
    {
        if (move.From == move.To)
        {
            return Command(Check, move.Hive, move.To);
        }

        NpgsqlBatchCommand command = Command(move.From is null ? Insert : Update, move.Hive, move.To);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = move.To.High });
        if (move.From is { } from)
        {
            Add(command, from);
        }

        return command;
    }

    /// <summary>Sees to it that the cursor is where it is expected, and stays there until the transaction ends.</summary>
    /// <exception cref="TargetException">It is elsewhere.</exception>
    public static async Task CheckAsync(NpgsqlConnection connection, CursorMove stay, CancellationToken cancellationToken)
    {
        await using NpgsqlBatch check = new(connection);
        check.BatchCommands.Add(ToCommand(stay));
        await check.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        if (check.BatchCommands[0].Rows != 1)
        {
            throw Conflict(stay, await ReadAsync(connection, stay.Hive, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>The cursor of a Hive; null when it has none, or nothing was ever sent here.</summary>
    public static async Task<TargetCursor?> ReadAsync(NpgsqlConnection connection, string hive, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand select = new(Select, connection);
        select.Parameters.Add(new NpgsqlParameter<string> { TypedValue = hive });
        await using NpgsqlDataReader row = await select.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await row.ReadAsync(cancellationToken).ConfigureAwait(false)
            ? new TargetCursor(row.GetString(0), row.GetInt64(1), row.GetInt32(2), row.GetInt64(3))
            : null;
    }

    /// <summary>What is told of a cursor that is not where it was left.</summary>
    public static TargetException Conflict(CursorMove move, TargetCursor? found)
        => new(TargetFailure.CursorConflict, $"The cursor is at {Describe(found)} and was left at {Describe(move.From)}: another copy of this Hive wrote here.");

    private static NpgsqlBatchCommand Command(string sql, string hive, TargetCursor cursor)
    {
        NpgsqlBatchCommand command = new(sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = hive });
        Add(command, cursor);
        return command;
    }

    private static void Add(NpgsqlBatchCommand command, TargetCursor cursor)
    {
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cursor.Session });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = cursor.Seq });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = cursor.Epoch });
    }

    private static string Describe(TargetCursor? cursor) => cursor is null ? "nothing" : $"change {cursor.Seq} of session {cursor.Session}, epoch {cursor.Epoch}";
}
