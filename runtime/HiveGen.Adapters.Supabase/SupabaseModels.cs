using System.Text.Json;
using HiveGen.Adapters.Supabase.Export;
using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase;

/// <summary>Compares what the migration on the project knows, and the tables that are there, with what this app sends.</summary>
internal static class SupabaseModels
{
    /// <summary>The form of the functions' arguments and answers.</summary>
    public const int Form = 3;

    /// <summary>Reads the answer of <c>hive_models</c>.</summary>
    /// <exception cref="TargetException">A model or a column is missing or of another type, or the functions are of another form.</exception>
    public static bool Check(JsonElement answer, string peer, IReadOnlyList<SyncModel> models)
    {
        if (answer.GetProperty("form"u8).GetInt32() != Form)
        {
            throw new TargetException(TargetFailure.Schema, $"The functions at {peer} are of another version of HiveGen. {SupabaseErrors.Deploy}");
        }

        JsonElement known = answer.GetProperty("models"u8);
        JsonElement tables = answer.GetProperty("tables"u8);
        foreach (SyncModel model in models)
        {
            if (!known.TryGetProperty(model.Name, out JsonElement columns))
            {
                throw new TargetException(TargetFailure.Schema, $"Supabase at {peer} has no table for {model.Name}. {SupabaseErrors.Deploy}");
            }

            Dictionary<string, TargetColumn> table = tables.TryGetProperty(model.Name, out JsonElement found) ? Read(found) : [];
            HashSet<string> names = [.. columns.EnumerateArray().Select(static column => column.GetString()!)];
            if (model.Fields.FirstOrDefault(field => !names.Contains(field.Column) || !table.ContainsKey(field.Column)) is { } missing)
            {
                throw new TargetException(TargetFailure.Schema, $"Supabase at {peer} has {model.Name} without the column {missing.Column}. {SupabaseErrors.Deploy}");
            }

            TargetTable.Check(model, table, SupabaseSql.FormattedType, static (wanted, type) => wanted == type);
        }

        return true;
    }

    private static Dictionary<string, TargetColumn> Read(JsonElement columns)
    {
        Dictionary<string, TargetColumn> read = [];
        foreach (JsonProperty column in columns.EnumerateObject())
        {
            read.Add(column.Name, new TargetColumn(column.Value[0].GetString()!, column.Value[1].GetBoolean(), column.Value[2].GetBoolean()));
        }

        return read;
    }
}
