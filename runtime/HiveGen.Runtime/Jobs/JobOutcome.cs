using HiveGen.Storage;

namespace HiveGen.Jobs;

/// <summary>Writes how a job ended: it goes when it succeeded, and waits or dies when it failed.</summary>
internal readonly record struct JobOutcome(long Job, int Attempts, long NextAt, string? Error, long FailedAt, bool Dead) : IWriteCommand<bool>
{
    private static readonly PreparedSql Delete = new("""DELETE FROM "_hive_job" WHERE "job" = ?1""");

    private static readonly PreparedSql Update = new("""
        UPDATE "_hive_job" SET "attempts" = ?2, "next_at" = ?3, "error" = ?4, "failed_at" = ?5, "dead" = ?6 WHERE "job" = ?1
        """);

    public bool SingleStatement => true;

    /// <summary>It succeeded.</summary>
    public static JobOutcome Done(long job) => new(job, 0, 0, null, 0, Dead: false);

    public bool Execute(HiveConnection connection)
    {
        Statement statement = connection.Prepare(Error is null ? Delete : Update);
        statement.BindInt64(1, Job);
        if (Error is not null)
        {
            statement.BindInt64(2, Attempts);
            statement.BindInt64(3, NextAt);
            statement.BindText(4, Error);
            statement.BindInt64(5, FailedAt);
            statement.BindInt64(6, Dead ? 1 : 0);
        }

        statement.Run();
        return true;
    }
}
