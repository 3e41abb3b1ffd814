using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>
/// Forgets the full loads of a target that have ended: at the next contact they begin anew, at a version that is taken then.
/// Loads under way are left alone, so that a second rebuild joins the first.
/// </summary>
internal readonly record struct RebuildCommand(string Target) : IWriteCommand<int>
{
    private static readonly PreparedSql DeleteDone = new("""DELETE FROM "_hive_load" WHERE "target" = ?1 AND "done" <> 0""");

    public bool SingleStatement => true;

    public int Execute(HiveConnection connection)
    {
        Statement delete = connection.Prepare(DeleteDone);
        delete.BindText(1, Target);
        delete.Run();
        return connection.Changes;
    }
}
