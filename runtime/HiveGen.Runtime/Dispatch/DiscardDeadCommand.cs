using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>Forgets dead letters of a target, and says which they were.</summary>
/// <param name="Target">The target.</param>
/// <param name="Model">The model; null for all.</param>
/// <param name="Id">The record; NULL for all.</param>
internal readonly record struct DiscardDeadCommand(string Target, string? Model, SqlValue Id) : IWriteCommand<List<DeadLetter>>
{
    private static readonly PreparedSql Delete = new("""
        DELETE FROM "_hive_parked" WHERE "target" = ?1 AND "dead" <> 0 AND (?2 IS NULL OR "model" = ?2) AND (?3 IS NULL OR "id" = ?3)
        RETURNING "model", "id", "seq", "attempts", "error"
        """);

    public bool SingleStatement => true;

    public List<DeadLetter> Execute(HiveConnection connection)
    {
        Statement delete = connection.Prepare(Delete);
        delete.BindText(1, Target);
        delete.Bind(2, SqlValue.From(Model));
        delete.Bind(3, Id);
        List<DeadLetter> discarded = [];
        while (delete.Step())
        {
            discarded.Add(new DeadLetter(Target, delete.Text(0), delete.Value(1).ToString(), delete.Int64(2), (int)delete.Int64(3), delete.Text(4), null, null));
        }

        return discarded;
    }
}
