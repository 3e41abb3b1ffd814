using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>
/// Makes due what waits for a time that no wait can lead to: the clock was moved back, and parked records and jobs would
/// otherwise wait until it has caught up.
/// </summary>
/// <param name="Now">Now, in Unix microseconds.</param>
/// <param name="Horizon">Further ahead than any wait.</param>
internal readonly record struct ClockCommand(long Now, long Horizon) : IWriteCommand<int>
{
    private static readonly PreparedSql AnyBeyond = new("""
        SELECT EXISTS (SELECT 1 FROM "_hive_parked" WHERE "dead" = 0 AND "next_at" > ?1) OR EXISTS (SELECT 1 FROM "_hive_job" WHERE "dead" = 0 AND "next_at" > ?1)
        """);

    private static readonly PreparedSql UpdateParked = new("""UPDATE "_hive_parked" SET "next_at" = ?1 WHERE "dead" = 0 AND "next_at" > ?2""");
    private static readonly PreparedSql UpdateJobs = new("""UPDATE "_hive_job" SET "next_at" = ?1 WHERE "dead" = 0 AND "next_at" > ?2""");

    public bool SingleStatement => false;

    /// <summary>Whether there is anything to do.</summary>
    public bool IsNeeded(HiveConnection connection)
    {
        Statement any = connection.Prepare(AnyBeyond);
        any.BindInt64(1, Horizon);
        bool needed = any.Step() && any.Int64(0) != 0;
        any.Reset();
        return needed;
    }

    public int Execute(HiveConnection connection)
    {
        int changed = 0;
        foreach (PreparedSql sql in (ReadOnlySpan<PreparedSql>)[UpdateParked, UpdateJobs])
        {
            Statement update = connection.Prepare(sql);
            update.BindInt64(1, Now);
            update.BindInt64(2, Horizon);
            update.Run();
            changed += connection.Changes;
        }

        return changed;
    }
}
