using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>Reads the dead letters of a target, by model and id.</summary>
internal static class DeadLetters
{
    private static readonly PreparedSql Select = new("""
        SELECT "model", "id", "seq", "attempts", "error", "first_at", "last_at" FROM "_hive_parked"
        WHERE "target" = ?1 AND "dead" <> 0 AND (?2 IS NULL OR "model" = ?2) AND ("model", "id") > (?3, ?4)
        ORDER BY "model", "id" LIMIT ?5
        """);

    /// <summary>Reads a page.</summary>
    /// <param name="connection">A reader.</param>
    /// <param name="target">The target.</param>
    /// <param name="model">The model; null for all.</param>
    /// <param name="after">The last letter of the page before; null for the first page.</param>
    /// <param name="limit">The most letters.</param>
    public static List<DeadLetter> Read(HiveConnection connection, string target, string? model, DeadLetter? after, int limit)
    {
        Statement select = connection.Prepare(Select);
        select.BindText(1, target);
        select.Bind(2, SqlValue.From(model));
        // No model has an empty name, so this is before the first.
        select.BindText(3, after?.Model ?? "");
        select.Bind(4, after?.Id ?? SqlValue.From(0L));
        select.BindInt64(5, limit);
        List<DeadLetter> letters = [];
        while (select.Step())
        {
            SqlValue id = select.Value(1);
            letters.Add(new DeadLetter(target, select.Text(0), id.ToString(), select.Int64(2), (int)select.Int64(3), select.Text(4), Time(select.Int64(5)), Time(select.Int64(6))) { Id = id });
        }

        return letters;
    }

    private static DateTimeOffset? Time(long micros) => micros == 0 ? null : UnixMicros.ReadDateTimeOffset(micros);
}
