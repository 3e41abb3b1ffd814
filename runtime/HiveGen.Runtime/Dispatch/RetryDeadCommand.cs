using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>Makes the dead letters of a target due.</summary>
internal readonly record struct RetryDeadCommand(string Target, long Now) : IWriteCommand<int>
{
    private static readonly PreparedSql Update = new("""UPDATE "_hive_parked" SET "dead" = 0, "attempts" = 0, "next_at" = ?2 WHERE "target" = ?1 AND "dead" <> 0""");

    public bool SingleStatement => true;

    public int Execute(HiveConnection connection)
    {
        Statement update = connection.Prepare(Update);
        update.BindText(1, Target);
        update.BindInt64(2, Now);
        update.Run();
        return connection.Changes;
    }
}
