namespace HiveGen.Adapters.Postgres;

/// <summary>Names in SQL.</summary>
internal static class PostgresNames
{
    /// <summary>The name as a quoted identifier.</summary>
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
