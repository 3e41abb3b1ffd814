using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>Deletes a chunk of the change log that every remembered target has passed.</summary>
/// <param name="Rows">The most rows.</param>
internal readonly record struct TrimCommand(int Rows) : IWriteCommand<TrimResult>
{
    private static readonly PreparedSql SelectLowest = new("""SELECT min("seq") FROM "_hive_target" """);
    private static readonly PreparedSql SelectFirst = new("""SELECT min("seq") FROM "_hive_change" """);
    private static readonly PreparedSql Delete = new("""DELETE FROM "_hive_change" WHERE "seq" <= ?1""");
    private static readonly PreparedSql Remember = new("""
        INSERT INTO "_hive_meta" ("key", "value") VALUES ('trimmed_to', ?1) ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value"
        """);

    public bool SingleStatement => false;

    public TrimResult Execute(HiveConnection connection)
    {
        // Read inside the write transaction: a target that appears meanwhile is seen, or begins with a full load.
        long? lowest = Read(connection.Prepare(SelectLowest));
        long? first = Read(connection.Prepare(SelectFirst));
        long limit = lowest ?? ChangeLog.MaxSeq(connection);
        if (first is not { } start || start > limit)
        {
            return default;
        }

        long last = Math.Min(limit, start + Rows - 1);
        Statement delete = connection.Prepare(Delete);
        delete.BindInt64(1, last);
        delete.Run();
        int deleted = connection.Changes;
        Statement remember = connection.Prepare(Remember);
        remember.BindInt64(1, last);
        remember.Run();
        return new TrimResult(deleted, More: last < limit);
    }

    private static long? Read(Statement select)
    {
        long? value = select.Step() && !select.IsNull(0) ? select.Int64(0) : null;
        select.Reset();
        return value;
    }
}
