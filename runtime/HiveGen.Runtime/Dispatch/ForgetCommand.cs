using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>Deletes everything that is remembered of a target.</summary>
internal readonly record struct ForgetCommand(string Target) : IWriteCommand<bool>
{
    private static readonly PreparedSql DeleteTarget = new("""DELETE FROM "_hive_target" WHERE "name" = ?1""");
    private static readonly PreparedSql DeleteLoads = new("""DELETE FROM "_hive_load" WHERE "target" = ?1""");
    private static readonly PreparedSql DeleteParked = new("""DELETE FROM "_hive_parked" WHERE "target" = ?1""");

    public bool SingleStatement => false;

    public bool Execute(HiveConnection connection)
    {
        foreach (PreparedSql sql in (ReadOnlySpan<PreparedSql>)[DeleteTarget, DeleteLoads, DeleteParked])
        {
            Statement delete = connection.Prepare(sql);
            delete.BindText(1, Target);
            delete.Run();
        }

        return true;
    }
}
