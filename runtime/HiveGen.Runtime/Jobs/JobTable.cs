using HiveGen.Storage;

namespace HiveGen.Jobs;

/// <summary>Reads the stored jobs.</summary>
internal static class JobTable
{
    private static readonly PreparedSql SelectDue = new("""
        SELECT "job", "name", "payload", "attempts", "trace" FROM "_hive_job" WHERE "dead" = 0 AND "next_at" <= ?1 ORDER BY "next_at", "job" LIMIT ?2
        """);

    private static readonly PreparedSql SelectCount = new("""SELECT count(*) FROM "_hive_job" WHERE "dead" = ?1""");

    private static readonly PreparedSql SelectDead = new("""
        SELECT "job", "name", "payload", "attempts", "error", "failed_at" FROM "_hive_job" WHERE "dead" = 1 AND "job" > ?1 ORDER BY "job" LIMIT ?2
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
            StoredJob job = new(select.Int64(0), select.Text(1), select.Text(2), (int)select.Int64(3), select.IsNull(4) ? null : select.Text(4));
            if (due.Count < limit && !atWork.Contains(job.Job))
            {
                due.Add(job);
            }
        }
    }

    /// <summary>How many jobs wait, and how many are dead.</summary>
    public static (long Waiting, long Dead) Count(HiveConnection connection) => (Count(connection, dead: 0), Count(connection, dead: 1));

    /// <summary>The dead jobs after this one.</summary>
    public static List<DeadJob> ReadDead(HiveConnection connection, int limit, long after)
    {
        Statement select = connection.Prepare(SelectDead);
        select.BindInt64(1, after);
        select.BindInt64(2, limit);
        List<DeadJob> dead = [];
        while (select.Step())
        {
            dead.Add(new DeadJob(select.Int64(0), select.Text(1), select.Text(2), (int)select.Int64(3), select.Text(4), UnixMicros.ReadDateTimeOffset(select.Int64(5))));
        }

        return dead;
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

    private static long Count(HiveConnection connection, int dead)
    {
        Statement select = connection.Prepare(SelectCount);
        select.BindInt64(1, dead);
        long count = select.Step() ? select.Int64(0) : 0;
        select.Reset();
        return count;
    }
}
