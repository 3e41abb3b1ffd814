using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>Remembers that the app paused a target, or that it resumed it.</summary>
internal readonly record struct PauseCommand(string Target, string? Reason) : IWriteCommand<bool>
{
    // A target that was never met is remembered at 0, so that the log is kept for it from here on.
    private static readonly PreparedSql Upsert = new("""
        INSERT INTO "_hive_target" ("name", "seq", "epoch", "paused") VALUES (?1, 0, ?3, ?2) ON CONFLICT ("name") DO UPDATE SET "paused" = excluded."paused"
        """);

    private static readonly PreparedSql Clear = new("""UPDATE "_hive_target" SET "paused" = NULL WHERE "name" = ?1""");

    public bool SingleStatement => false;

    public bool Execute(HiveConnection connection)
    {
        Statement statement = connection.Prepare(Reason is null ? Clear : Upsert);
        statement.BindText(1, Target);
        if (Reason is not null)
        {
            statement.BindText(2, Reason);
            statement.BindInt64(3, ChangeLog.Epoch(connection));
        }

        statement.Run();
        return true;
    }
}
