namespace HiveGen.Tests;

/// <summary>Makes of a Hive's file what an older version of the app would have left: without a column, an index and the triggers that go with it.</summary>
internal static class OlderVersion
{
    public static void Make(string hive)
    {
        IEnumerable<string> drops = Sql.Read(hive, "SELECT 'DROP ' || type || ' \"' || name || '\";' FROM sqlite_schema WHERE tbl_name IN ('notes', 'shelves') AND type IN ('index', 'trigger') AND sql IS NOT NULL");
        Sql.Execute(hive, string.Concat(drops) + "ALTER TABLE notes DROP COLUMN colour");
    }
}
