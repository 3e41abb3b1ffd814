namespace HiveGen.Migrations;

/// <summary>The type of a column, finer than SQLite's: <c>int32</c>, <c>decimal(2)</c>, <c>enum(Draft,Published)</c>.</summary>
/// <param name="Kind">The word before the brackets.</param>
/// <param name="Arguments">What is in the brackets.</param>
internal readonly record struct ColumnType(string Kind, string Arguments)
{
    /// <summary>The places of a decimal.</summary>
    public int Scale => int.Parse(Arguments, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The names of an enum.</summary>
    public string[] Names => Arguments.Split(',');

    public static ColumnType Parse(string text)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? new ColumnType(text, "") : new ColumnType(text[..open], text[(open + 1)..^1]);
    }

    /// <summary>The type that a definition alone tells, for a column of which nothing else is known.</summary>
    public static ColumnType Of(ColumnText column) => new(
        column.SqlType switch
        {
            "INTEGER" or "INT" => column.Definition.Contains("IN(0,1)", StringComparison.OrdinalIgnoreCase) ? "bool" : "int64",
            "REAL" => "double",
            "TEXT" => column.Definition.Contains("json_valid(", StringComparison.OrdinalIgnoreCase) ? "json" : "text",
            "BLOB" => "blob",
            _ => "any",
        },
        "");

    /// <inheritdoc/>
    public override string ToString() => Arguments.Length == 0 ? Kind : $"{Kind}({Arguments})";
}
