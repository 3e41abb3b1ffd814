namespace HiveGen.Migrations;

/// <summary>Finds the columns that have a new name.</summary>
internal static class ColumnRenames
{
    /// <summary>The former names with the new ones. A column that the model still has, or that was found before, is none.</summary>
    public static Dictionary<string, string> Find(HiveModel model, TableText stored, TableText wanted)
    {
        Dictionary<string, string> renamed = new(StringComparer.OrdinalIgnoreCase);
        foreach (HiveColumn column in model.Columns)
        {
            if (!stored.Columns.ContainsKey(column.Name)
                && column.FormerNames.FirstOrDefault(former => stored.Columns.ContainsKey(former) && !wanted.Columns.ContainsKey(former) && !renamed.ContainsKey(former)) is { } found)
            {
                renamed.Add(found, column.Name);
            }
        }

        return renamed;
    }
}
