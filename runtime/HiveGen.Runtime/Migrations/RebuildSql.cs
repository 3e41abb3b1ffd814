using HiveGen.Storage;

namespace HiveGen.Migrations;

/// <summary>
/// SQLite's own procedure for changing a table in any way: a new one, the rows copied, the old one dropped, the new one in its
/// place. Foreign keys are off meanwhile, so that the drop takes no linking row with it.
/// </summary>
internal static class RebuildSql
{
    /// <summary>No model may have a table whose name begins so.</summary>
    private const string Copy = "\"_hive_copy\"";

    private static readonly string[] RowIds = ["rowid", "_rowid_", "oid"];

    /// <param name="model">The model.</param>
    /// <param name="stored">Its table in the file.</param>
    /// <param name="changes">Its columns and where their values come from.</param>
    /// <param name="oldNames">The columns that the table has.</param>
    public static IEnumerable<string> Of(HiveModel model, TableText stored, IReadOnlyList<ColumnChange> changes, IEnumerable<string> oldNames)
    {
        string table = SqlText.Quote(model.Table);
        yield return $"CREATE TABLE {Copy} {model.CreateTable[SqlSpaces.IndexOfTop(model.CreateTable, '(', 0)..]}";
        List<string> names = [.. changes.Select(static change => SqlText.Quote(change.Wanted.Name))];
        List<string> values = [.. changes.Select(static change => change.After(change.Wanted.LinksTo))];
        if (RowId(changes, oldNames) is { } rowId)
        {
            names.Insert(0, rowId);
            values.Insert(0, rowId);
        }

        yield return $"INSERT INTO {Copy} ({string.Join(", ", names)}) SELECT {string.Join(", ", values)} FROM {table}";
        if (model.CreateTable.Contains("AUTOINCREMENT", StringComparison.OrdinalIgnoreCase) && stored.Columns.Values.Any(static column => column.Contains("AUTOINCREMENT", StringComparison.OrdinalIgnoreCase)))
        {
            // Ids that were given out once are not given out again, also when their rows are gone.
            yield return "DELETE FROM \"sqlite_sequence\" WHERE \"name\" = '_hive_copy'";
            yield return $"INSERT INTO \"sqlite_sequence\" (\"name\", \"seq\") SELECT '_hive_copy', \"seq\" FROM \"sqlite_sequence\" WHERE \"name\" = '{model.Table}'";
        }

        yield return $"DROP TABLE {table}";
        // Without this SQLite would look for the dropped table in views and triggers that name it, and would refuse.
        yield return "PRAGMA legacy_alter_table = ON";
        yield return $"ALTER TABLE {Copy} RENAME TO {table}";
        yield return "PRAGMA legacy_alter_table = OFF";
    }

    /// <summary>The name by which rows keep their rowid; null where the id is the rowid.</summary>
    private static string? RowId(IReadOnlyList<ColumnChange> changes, IEnumerable<string> oldNames)
    {
        bool isId = changes.Any(static change => change.Wanted is { IsPrimaryKey: true, SqlType: "INTEGER" });
        HashSet<string> taken = new(changes.Select(static change => change.Wanted.Name).Concat(oldNames), StringComparer.OrdinalIgnoreCase);
        return isId ? null : Array.Find(RowIds, name => !taken.Contains(name));
    }
}
