using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>A model with the columns that the target has, or is to have, of it.</summary>
internal readonly record struct LoadRequest(string Model, string Columns)
{
    /// <summary>The model with all its columns.</summary>
    public static LoadRequest Of(SyncModel model) => new(model.Name, ColumnsOf(model));

    /// <summary>The columns as <c>_hive_load</c> keeps them: sorted, with commas.</summary>
    public static string ColumnsOf(SyncModel model)
    {
        string[] columns = new string[model.Fields.Count];
        for (int field = 0; field < columns.Length; field++)
        {
            columns[field] = model.Fields[field].Column;
        }

        Array.Sort(columns, StringComparer.Ordinal);
        return string.Join(',', columns);
    }

    /// <summary>Whether these columns are all among those.</summary>
    public static bool Covers(string loaded, string wanted)
    {
        HashSet<string> have = new(loaded.Split(','), StringComparer.Ordinal);
        return have.IsSupersetOf(wanted.Split(','));
    }
}
