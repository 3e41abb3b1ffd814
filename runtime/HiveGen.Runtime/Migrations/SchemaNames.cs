namespace HiveGen.Migrations;

/// <summary>Which table of the file is which model's, and the new names of those that were renamed.</summary>
internal sealed class SchemaNames
{
    private readonly Dictionary<string, string> stored = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> renamed = new(StringComparer.OrdinalIgnoreCase);

    public SchemaNames(HiveSchema schema, StoredSchema file)
    {
        HashSet<string> wanted = schema.Models.Select(static model => model.Table).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (HiveModel model in schema.Models)
        {
            if (IsTable(file, model.Table))
            {
                stored.Add(model.Table, model.Table);
            }
            else if (model.FormerTables.FirstOrDefault(former => IsTable(file, former) && !wanted.Contains(former) && !renamed.ContainsKey(former)) is { } found)
            {
                string name = file.Find(found)!.Name;
                stored.Add(model.Table, name);
                renamed.Add(name, model.Table);
            }
        }
    }

    /// <summary>The former names of tables with the new ones.</summary>
    public IReadOnlyDictionary<string, string> NewNames => renamed;

    /// <summary>The name of the model's table in the file; null when it has none.</summary>
    public string? StoredOf(string table) => stored.GetValueOrDefault(table);

    private static bool IsTable(StoredSchema file, string name) => file.Find(name) is { Type: "table" };
}
