using HiveGen.Storage;

namespace HiveGen.Verify;

/// <summary>Logs a change of records that did not change, so that they are sent again as they are now: to every target, where it is harmless.</summary>
internal readonly record struct MarkDirtyCommand(string Model, IReadOnlyList<SqlValue> Ids) : IWriteCommand<int>
{
    private const int Set = 2;

    private static readonly PreparedSql Insert = new("""INSERT INTO "_hive_change" ("model", "id", "op", "origin") VALUES (?1, ?2, ?3, 'verify')""");

    public bool SingleStatement => false;

    public int Execute(HiveConnection connection)
    {
        foreach (SqlValue id in Ids)
        {
            Statement insert = connection.Prepare(Insert);
            insert.BindText(1, Model);
            insert.Bind(2, id);
            insert.BindInt64(3, Set);
            insert.Run();
        }

        return Ids.Count;
    }
}
