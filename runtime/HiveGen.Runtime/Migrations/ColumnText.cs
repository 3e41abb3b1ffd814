namespace HiveGen.Migrations;

/// <summary>A column of a CREATE TABLE statement, as far as a migration must understand it.</summary>
/// <param name="Name">The name, unquoted.</param>
/// <param name="Definition">The whole definition, name included.</param>
internal sealed record ColumnText(string Name, string Definition)
{
    /// <summary>SQLite's type.</summary>
    public string SqlType { get; private init; } = "";

    public bool IsNotNull { get; private init; }

    /// <summary>Whether it is a key by its own definition.</summary>
    public bool IsKey { get; private init; }

    public bool IsPrimaryKey { get; private init; }

    /// <summary>The default as SQL.</summary>
    public string? Default { get; private init; }

    /// <summary>The table it links to.</summary>
    public string? LinksTo { get; private init; }

    public static ColumnText Parse(string name, string definition)
    {
        List<string> words = SqlSpaces.Words(definition);
        int defaults = Find(words, "DEFAULT");
        int references = Find(words, "REFERENCES");
        int primary = Find(words, "PRIMARY");
        return new ColumnText(name, definition)
        {
            SqlType = words.Count > 1 ? words[1].ToUpperInvariant() : "",
            IsNotNull = Find(words, "NULL") is > 0 and int at && Is(words[at - 1], "NOT"),
            IsPrimaryKey = primary > 0,
            IsKey = primary > 0 || Find(words, "UNIQUE") > 0,
            Default = defaults > 0 ? words[defaults + 1] : null,
            LinksTo = references > 0 ? SqlSpaces.Unquote(words[references + 1]) : null,
        };
    }

    // Behind the name, which may be spelled like any word.
    private static int Find(List<string> words, string word) => words.FindIndex(1, candidate => Is(candidate, word));

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
