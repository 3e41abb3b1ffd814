namespace HiveGen.Migrations;

/// <summary>A CREATE TABLE statement taken apart: its columns by name, its other constraints, and what follows the brackets.</summary>
internal sealed class TableText
{
    private static readonly string[] ConstraintWords = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"];

    private TableText(string options) => Options = options;

    /// <summary>The columns' definitions by name, in their order.</summary>
    public Dictionary<string, string> Columns { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The constraints that belong to no column, sorted.</summary>
    public SortedSet<string> Constraints { get; } = new(StringComparer.Ordinal);

    /// <summary>What follows the brackets, such as STRICT.</summary>
    public string Options { get; }

    public static TableText Parse(string sql)
    {
        string text = SqlSpaces.Collapse(sql);
        int open = SqlSpaces.IndexOfTop(text, '(', 0);
        int close = SqlSpaces.MatchingBracket(text, open);
        TableText table = new(text[(close + 1)..].Trim());
        int start = open + 1;
        while (start < close)
        {
            int end = SqlSpaces.IndexOfTop(text, ',', start);
            end = end < 0 || end > close ? close : end;
            table.Add(text[start..end].Trim());
            start = end + 1;
        }

        return table;
    }

    private void Add(string part)
    {
        string first = FirstWord(part);
        if (part[0] is not ('"' or '`' or '[') && Array.Exists(ConstraintWords, word => word.Equals(first, StringComparison.OrdinalIgnoreCase)))
        {
            Constraints.Add(part);
        }
        else
        {
            Columns.Add(first, part);
        }
    }

    private static string FirstWord(string part)
    {
        char quote = part[0] switch { '"' => '"', '`' => '`', '[' => ']', _ => '\0' };
        if (quote != '\0')
        {
            return part[1..part.IndexOf(quote, 1)];
        }

        int end = part.AsSpan().IndexOfAny(' ', '(');
        return end < 0 ? part : part[..end];
    }
}
