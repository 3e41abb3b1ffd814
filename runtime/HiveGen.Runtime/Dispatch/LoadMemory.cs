using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>What the Hive remembers of the full load of a model into a target.</summary>
/// <param name="Model">The sync name.</param>
/// <param name="Columns">The columns that were, or are being, loaded.</param>
/// <param name="AsOf">The seq its records are sent with.</param>
/// <param name="LastId">The last record sent; NULL at the beginning.</param>
/// <param name="Done">Whether it has ended.</param>
internal sealed record LoadMemory(string Model, string Columns, long AsOf, SqlValue LastId, bool Done)
{
    private static readonly PreparedSql Select = new("""SELECT "model", "columns", "as_of", "last_id", "done" FROM "_hive_load" WHERE "target" = ?1""");

    /// <summary>The loads of a target, by sync name.</summary>
    public static Dictionary<string, LoadMemory> Read(HiveConnection connection, string target)
    {
        Dictionary<string, LoadMemory> loads = new(StringComparer.Ordinal);
        Statement select = connection.Prepare(Select);
        select.BindText(1, target);
        while (select.Step())
        {
            LoadMemory load = new(select.Text(0), select.Text(1), select.Int64(2), select.Value(3), select.Int64(4) != 0);
            loads[load.Model] = load;
        }

        return loads;
    }
}
