using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>Gives a target an epoch above its own: the next contact then loads it afresh.</summary>
internal readonly record struct AdoptCommand(string Target, int CursorEpoch) : IWriteCommand<int>
{
    private static readonly PreparedSql Upsert = new("""
        INSERT INTO "_hive_target" ("name", "seq", "epoch") VALUES (?1, ?2, ?3) ON CONFLICT ("name") DO UPDATE SET "epoch" = excluded."epoch"
        """);

    public bool SingleStatement => false;

    public int Execute(HiveConnection connection)
    {
        int known = TargetMemory.Read(connection, Target)?.Epoch ?? ChangeLog.Epoch(connection);
        int epoch = Math.Max(known, CursorEpoch) + 1;
        Statement upsert = connection.Prepare(Upsert);
        upsert.BindText(1, Target);
        upsert.BindInt64(2, ChangeLog.MaxSeq(connection));
        upsert.BindInt64(3, epoch);
        upsert.Run();
        return epoch;
    }
}
