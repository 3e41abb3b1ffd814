using System.Globalization;
using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>The table <c>_hive_cursor</c>: how far each Hive has come here, moved by compare-and-set.</summary>
internal static class MySqlCursor
{
    // The moves are counted so that every one changes the row: some drivers count changed rows, others those that were found.
    public const string CreateTable = """
        create table if not exists `_hive_cursor` (
          `hive` varchar(191) character set utf8mb4 collate utf8mb4_bin not null primary key,
          `session` varchar(191) character set utf8mb4 collate utf8mb4_bin not null,
          `seq` bigint not null, `epoch` int not null, `high` bigint not null default 0,
          `moved_at` datetime(6) not null, `moves` bigint not null default 0
        ) engine=innodb default charset=utf8mb4 collate=utf8mb4_bin
        """;

    /// <summary>The cursor of a Hive; null when it has none.</summary>
    public static async ValueTask<TargetCursor?> ReadAsync(IMySqlSession session, string hive, CancellationToken cancellationToken)
    {
        TargetCursor? found = null;
        MySqlText select = session.Text().Add("select `session`, cast(`seq` as char), cast(`epoch` as char), cast(`high` as char) from `_hive_cursor` where `hive` = ").Value(hive);
        await session.QueryAsync(select, row => found = new TargetCursor(row.String(0), row.Integer(1), (int)row.Integer(2), row.Integer(3)), wholeTable: false, cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>Moves the cursor if it is where it is expected.</summary>
    /// <exception cref="TargetException">It is not.</exception>
    public static async ValueTask MoveAsync(IMySqlSession session, CursorMove move, long now, CancellationToken cancellationToken)
    {
        MySqlText write = move.From is { } from ? Update(session, move, from, now) : Insert(session, move, now);
        bool moved;
        try
        {
            moved = await session.ExecuteAsync(write, wholeTable: false, cancellationToken).ConfigureAwait(false) == 1;
        }
        catch (MySqlRefusal refusal) when (move.From is null && MySqlErrors.IsDuplicate(refusal))
        {
            moved = false;
        }

        if (!moved)
        {
            TargetCursor? found = await ReadAsync(session, move.Hive, cancellationToken).ConfigureAwait(false);
            throw new TargetException(
                TargetFailure.CursorConflict,
                $"The cursor is at {Describe(found)} and was left at {Describe(move.From)}: another copy of this Hive wrote here.");
        }
    }

    private static MySqlText Insert(IMySqlSession session, CursorMove move, long now) => session.Text()
        .Add("insert into `_hive_cursor` (`hive`, `session`, `seq`, `epoch`, `high`, `moved_at`) values (").Value(move.Hive)
        .Add(", ").Value(move.To.Session).Add(", ").Value(move.To.Seq).Add(", ").Value((long)move.To.Epoch).Add(", ").Value(move.To.High).Add(", ").Time(now).Add(")");

    private static MySqlText Update(IMySqlSession session, CursorMove move, TargetCursor from, long now) => session.Text()
        .Add("update `_hive_cursor` set `session` = ").Value(move.To.Session).Add(", `seq` = ").Value(move.To.Seq).Add(", `epoch` = ").Value((long)move.To.Epoch)
        .Add(", `high` = ").Value(move.To.High).Add(", `moved_at` = ").Time(now).Add(", `moves` = `moves` + 1 where `hive` = ").Value(move.Hive)
        .Add(" and `session` = ").Value(from.Session).Add(" and `seq` = ").Value(from.Seq).Add(" and `epoch` = ").Value((long)from.Epoch);

    private static string Describe(TargetCursor? cursor) => cursor is null ? "nothing" : string.Create(CultureInfo.InvariantCulture, $"change {cursor.Seq} of session {cursor.Session}, epoch {cursor.Epoch}");
}
