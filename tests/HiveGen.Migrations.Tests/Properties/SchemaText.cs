using HiveGen.Migrations;

namespace HiveGen.Tests;

/// <summary>What is in <c>sqlite_schema</c>, without what may differ: white space, quotes of names, the order of columns.</summary>
internal static class SchemaText
{
    public static List<string> Of(string path, IReadOnlyList<string> without)
        => [.. Sql.Read(path, "SELECT type || '\u0001' || tbl_name || '\u0001' || name || '\u0001' || sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
            .Select(static row => row.Split('\u0001'))
            .Where(row => !without.Contains(row[1]))
            .Select(static row => $"{row[0]} {row[2]}: {(row[0] == "table" ? Table(row[3]) : SqlNames.Comparable(row[3]))}")];

    private static string Table(string sql)
    {
        TableText table = TableText.Parse(sql);
        IEnumerable<string> parts = table.Columns.Values.Concat(table.Constraints).Select(static part => SqlNames.Comparable(part)).Order(StringComparer.Ordinal);
        return string.Join("; ", parts) + " " + table.Options;
    }
}
