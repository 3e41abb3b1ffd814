namespace HiveGen.Adapters.Sqlite;

/// <summary>Names in SQL.</summary>
internal static class SqliteNames
{
    /// <summary>The name as a quoted identifier.</summary>
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
