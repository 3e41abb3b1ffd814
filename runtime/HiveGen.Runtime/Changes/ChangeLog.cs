using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>Where the change log begins and ends.</summary>
internal static class ChangeLog
{
    private static readonly PreparedSql SelectMax = new("""SELECT "seq" FROM "sqlite_sequence" WHERE "name" = '_hive_change'""");
    private static readonly PreparedSql SelectTrimmed = new("""SELECT "value" FROM "_hive_meta" WHERE "key" = 'trimmed_to'""");
    private static readonly PreparedSql SelectEpoch = new("""SELECT "value" FROM "_hive_meta" WHERE "key" = 'epoch'""");
    private static readonly PreparedSql InsertMarker = new("""INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('', 0, 0)""");
    private static readonly PreparedSql DeleteMarker = new("""DELETE FROM "_hive_change" WHERE "seq" = ?1""");

    /// <summary>The newest change ever logged, trimmed ones included; 0 when there was none.</summary>
    public static long MaxSeq(HiveConnection connection) => Single(connection.Prepare(SelectMax));

    /// <summary>The same, read now.</summary>
    public static long MaxSeq(ReaderPool readers)
    {
        using ReaderLease lease = readers.Rent();
        return MaxSeq(lease.Connection);
    }

    /// <summary>The newest change that was trimmed: what is not above it cannot be read any more.</summary>
    public static long TrimmedTo(HiveConnection connection) => Single(connection.Prepare(SelectTrimmed));

    /// <summary>The epoch a new target begins with.</summary>
    public static int Epoch(HiveConnection connection) => Math.Max(1, (int)Single(connection.Prepare(SelectEpoch)));

    /// <summary>
    /// Takes the next seq without a change. A full load needs a version that no row at the target has yet: with the newest
    /// change's own seq its rows would be as old as what is stored, and a new column would never arrive.
    /// </summary>
    public static long TakeSeq(HiveConnection connection)
    {
        connection.Prepare(InsertMarker).Run();
        long seq = connection.LastInsertRowId;
        Statement delete = connection.Prepare(DeleteMarker);
        delete.BindInt64(1, seq);
        delete.Run();
        return seq;
    }

    private static long Single(Statement select)
    {
        if (!select.Step())
        {
            return 0;
        }

        long value = select.Int64(0);
        select.Reset();
        return value;
    }
}
