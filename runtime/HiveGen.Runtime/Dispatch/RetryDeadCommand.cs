using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>Makes dead letters of a target due, with all their tries and time.</summary>
/// <param name="Target">The target.</param>
/// <param name="Model">The model; null for all.</param>
/// <param name="Id">The record; NULL for all.</param>
/// <param name="Now">Now, in Unix microseconds.</param>
internal readonly record struct RetryDeadCommand(string Target, string? Model, SqlValue Id, long Now) : IWriteCommand<int>
{
    private static readonly PreparedSql Update = new("""
        UPDATE "_hive_parked" SET "dead" = 0, "attempts" = 0, "next_at" = ?4, "first_at" = ?4
        WHERE "target" = ?1 AND "dead" <> 0 AND (?2 IS NULL OR "model" = ?2) AND (?3 IS NULL OR "id" = ?3)
        """);

    public bool SingleStatement => true;

    public int Execute(HiveConnection connection)
    {
        Statement update = connection.Prepare(Update);
        update.BindText(1, Target);
        update.Bind(2, SqlValue.From(Model));
        update.Bind(3, Id);
        update.BindInt64(4, Now);
        update.Run();
        return connection.Changes;
    }
}
