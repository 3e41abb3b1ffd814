namespace HiveGen.Migrations;

/// <summary>The columns that an index or a UNIQUE constraint names.</summary>
internal static class IndexColumns
{
    /// <summary>The columns inside the first brackets.</summary>
    public static IReadOnlyList<string> Of(string sql)
    {
        string text = SqlSpaces.Collapse(sql);
        int open = SqlSpaces.IndexOfTop(text, '(', 0);
        string list = text[(open + 1)..SqlSpaces.MatchingBracket(text, open)];
        return [.. list.Split(',').Select(static part => SqlSpaces.Unquote(SqlSpaces.Words(part)[0]))];
    }

    /// <summary>Whether a statement makes a unique index.</summary>
    public static bool IsUnique(string sql) => SqlSpaces.Collapse(sql).StartsWith("CREATE UNIQUE INDEX", StringComparison.OrdinalIgnoreCase);
}
