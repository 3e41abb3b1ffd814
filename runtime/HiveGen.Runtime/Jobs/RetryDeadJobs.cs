using HiveGen.Storage;

namespace HiveGen.Jobs;

/// <summary>Makes dead jobs due: one, or all of a name, or all.</summary>
internal readonly record struct RetryDeadJobs(long? Job, string? Name, long Now) : IWriteCommand<int>
{
    private static readonly PreparedSql Update = new("""
        UPDATE "_hive_job" SET "dead" = 0, "attempts" = 0, "next_at" = ?3 WHERE "dead" <> 0 AND (?1 IS NULL OR "job" = ?1) AND (?2 IS NULL OR "name" = ?2)
        """);

    public bool SingleStatement => true;

    public int Execute(HiveConnection connection)
    {
        Statement update = connection.Prepare(Update);
        update.Bind(1, Job is { } job ? SqlValue.From(job) : default);
        update.BindText(2, Name);
        update.BindInt64(3, Now);
        update.Run();
        return connection.Changes;
    }
}
