using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>Gives a target an epoch above its own and forgets what was loaded: the next contact then loads it afresh.</summary>
internal readonly record struct AdoptCommand(string Target, int CursorEpoch) : IWriteCommand<int>
{
    private static readonly PreparedSql Upsert = new("""
        INSERT INTO "_hive_target" ("name", "seq", "epoch") VALUES (?1, ?2, ?3) ON CONFLICT ("name") DO UPDATE SET "epoch" = excluded."epoch"
        """);

    private static readonly PreparedSql DeleteLoads = new("""DELETE FROM "_hive_load" WHERE "target" = ?1""");

    public bool SingleStatement => false;

    public int Execute(HiveConnection connection)
    {
        int known = TargetMemory.Read(connection, Target)?.Epoch ?? ChangeLog.Epoch(connection);
        int epoch = Math.Max(known, CursorEpoch) + 1;
        if (epoch > SyncVersion.MaxEpoch)
        {
            throw new HiveException($"'{Target}' cannot be adopted: it holds versions of the last epoch there is, {SyncVersion.MaxEpoch}. Delete its rows of this Hive and its cursor: an empty target is loaded afresh.");
        }

        Statement upsert = connection.Prepare(Upsert);
        upsert.BindText(1, Target);
        upsert.BindInt64(2, ChangeLog.MaxSeq(connection));
        upsert.BindInt64(3, epoch);
        upsert.Run();
        // A target without a cursor of its own cannot show that it is of an older epoch.
        Statement loads = connection.Prepare(DeleteLoads);
        loads.BindText(1, Target);
        loads.Run();
        return epoch;
    }
}
