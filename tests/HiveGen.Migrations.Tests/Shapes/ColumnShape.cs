namespace HiveGen.Tests;

/// <summary>A column, as the generator would be told of it.</summary>
/// <param name="Name">The name in SQL.</param>
/// <param name="Type">The type as migrations compare it.</param>
internal sealed record ColumnShape(string Name, string Type)
{
    public bool Nullable { get; init; }

    /// <summary>The default as SQL.</summary>
    public string? Default { get; init; }

    /// <summary>The table it links to.</summary>
    public string? Link { get; init; }

    public LinkAction OnDelete { get; init; }

    public bool Unique { get; init; }

    public bool Index { get; init; }

    public IReadOnlyList<string> Former { get; init; } = [];

    public bool IsId => Name == "id";

    public string SqlType => Type.Split('(')[0] switch
    {
        "float" or "double" => "REAL",
        "blob" => "BLOB",
        "text" or "guid" or "enum" or "date" or "json" => "TEXT",
        _ => "INTEGER",
    };

    /// <summary>The definition, as the generator writes it.</summary>
    public string Sql
    {
        get
        {
            if (IsId)
            {
                return SqlType == "INTEGER" ? "\"id\" INTEGER PRIMARY KEY AUTOINCREMENT" : "\"id\" TEXT NOT NULL PRIMARY KEY";
            }

            string action = OnDelete switch { LinkAction.Cascade => "CASCADE", LinkAction.SetNull => "SET NULL", _ => "RESTRICT" };
            return $"\"{Name}\" {SqlType}{(Nullable ? "" : " NOT NULL")}{(Default is null ? "" : " DEFAULT " + Default)}"
                + (Link is null ? "" : $" REFERENCES \"{Link}\" (\"id\") ON DELETE {action} ON UPDATE RESTRICT")
                + (Type == "bool" ? $" CHECK (\"{Name}\" IN (0, 1))" : Type == "json" ? $" CHECK (json_valid(\"{Name}\"))" : "");
        }
    }
}
