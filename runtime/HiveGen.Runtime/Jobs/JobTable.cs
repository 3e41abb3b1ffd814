using HiveGen.Storage;

namespace HiveGen.Jobs;

/// <summary>Reads the stored jobs.</summary>
internal static class JobTable
{
    private static readonly PreparedSql SelectDue = new("""
        SELECT "job", "name", "payload", "attempts" FROM "_hive_job" WHERE "dead" = 0 AND "next_at" <= ?1 ORDER BY "next_at", "job" LIMIT ?2
        """);

    private static readonly PreparedSql SelectNext = new("""SELECT min("next_at") FROM "_hive_job" WHERE "dead" = 0 AND "next_at" > ?1""");

    /// <summary>Adds the due jobs that are not at work.</summary>
    public static void ReadDue(HiveConnection connection, long now, int limit, HashSet<long> atWork, List<StoredJob> due)
    {
        Statement select = connection.Prepare(SelectDue);
        select.BindInt64(1, now);
        select.BindInt64(2, limit + atWork.Count);
        while (select.Step())
        {
            StoredJob job = new(select.Int64(0), select.Text(1), select.Text(2), (int)select.Int64(3));
            if (due.Count < limit && !atWork.Contains(job.Job))
            {
                due.Add(job);
            }
        }
    }

    /// <summary>When the next job becomes due, in Unix microseconds; null when none waits.</summary>
    public static long? NextAt(HiveConnection connection, long now)
    {
        Statement select = connection.Prepare(SelectNext);
        select.BindInt64(1, now);
        long? next = select.Step() && !select.IsNull(0) ? select.Int64(0) : null;
        select.Reset();
        return next;
    }
}
