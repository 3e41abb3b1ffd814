namespace HiveGen.Migrations;

/// <summary>Compares a model's table with the one in the file.</summary>
internal static class TableComparison
{
    private const string Advice = "Nothing was changed. Bring the table to the new shape by hand while the app is stopped, or take the change of the model back.";

    /// <summary>The statements that add the model's new columns.</summary>
    /// <exception cref="HiveStorageException">The tables differ in more than columns that can be added.</exception>
    public static IEnumerable<string> AddedColumns(HiveModel model, string storedSql)
    {
        TableText stored = TableText.Parse(storedSql);
        TableText wanted = TableText.Parse(model.CreateTable);
        if (!stored.Constraints.SetEquals(wanted.Constraints) || stored.Options != wanted.Options)
        {
            throw new HiveStorageException($"Model {model.Name}: the constraints of table '{model.Table}' differ from those in the file. {Advice}");
        }

        foreach (string name in stored.Columns.Keys.Where(name => !wanted.Columns.ContainsKey(name)))
        {
            throw new HiveStorageException($"Model {model.Name}: the file's table '{model.Table}' has the column '{name}', which the model no longer has. {Advice}");
        }

        List<string> added = [];
        foreach ((string name, string definition) in wanted.Columns)
        {
            if (!stored.Columns.TryGetValue(name, out string? old))
            {
                added.Add(Add(model, name, definition));
            }
            else if (old != definition)
            {
                throw new HiveStorageException($"Model {model.Name}: the column '{name}' of table '{model.Table}' is now {definition}, but in the file it is {old}. {Advice}");
            }
        }

        return added;
    }

    private static string Add(HiveModel model, string name, string definition)
    {
        if (Has(definition, "NOT NULL") && !Has(definition, " DEFAULT "))
        {
            throw new HiveStorageException($"Model {model.Name}: the new column '{name}' of table '{model.Table}' has no value for the rows that are there. Nothing was changed. Make the property nullable, or give it an initialiser, which becomes the default.");
        }

        if (Has(definition, "PRIMARY KEY") || Has(definition, " UNIQUE"))
        {
            throw new HiveStorageException($"Model {model.Name}: the column '{name}' cannot be added to table '{model.Table}' as a key. {Advice}");
        }

        return $"ALTER TABLE \"{model.Table}\" ADD COLUMN {definition}";
    }

    /// <summary>Whether the words stand in the definition outside quotes.</summary>
    private static bool Has(string definition, string words)
    {
        string unquoted = string.Concat(definition.Split('\'').Where(static (_, i) => i % 2 == 0));
        return unquoted.Contains(words, StringComparison.OrdinalIgnoreCase);
    }
}
