using HiveGen.Storage;

namespace HiveGen.Jobs;

/// <summary>Deletes a dead job.</summary>
internal readonly record struct DiscardDeadJob(long Job) : IWriteCommand<bool>
{
    private static readonly PreparedSql Delete = new("""DELETE FROM "_hive_job" WHERE "job" = ?1 AND "dead" <> 0""");

    public bool SingleStatement => true;

    public bool Execute(HiveConnection connection)
    {
        Statement delete = connection.Prepare(Delete);
        delete.BindInt64(1, Job);
        delete.Run();
        return connection.Changes > 0;
    }
}
