using System.Text;
using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase.Export;

/// <summary>
/// The migration that a Supabase project needs: tables, row-level security, and the functions that the target calls. It may be run
/// again after a model changed: it adds what is missing and makes the functions anew.
/// </summary>
public static class SupabaseMigration
{
    // PostgreSQL cuts longer names off, and two of them might become one.
    private const int LongestName = 63;
    private const string LongestPrefix = "hive_apply_";

    /// <summary>The text of the migration. The same models give the same text.</summary>
    /// <param name="models">The synced models.</param>
    /// <exception cref="HiveException">The name of a table or a column is too long.</exception>
    public static string Of(IReadOnlyList<SyncModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        Check(models);
        StringBuilder text = new("""
            -- Made by HiveGen from the app's models: run it again after they change. Only the project's secret key may read and write
            -- what it makes; give others a policy and a grant of their own.
            begin;


            """);
        text.Append(SupabaseFunctions.Cursors).Append('\n');
        foreach (SyncModel model in models)
        {
            text.Append(SupabaseTableSql.Of(model)).Append('\n');
            text.Append(SupabaseApplySql.Of(model)).Append('\n');
            text.Append(SupabaseRowsSql.Sweep(model)).Append('\n');
            text.Append(SupabaseRowsSql.Purge(model)).Append('\n');
            text.Append(SupabaseRowsSql.Rows(model)).Append('\n');
        }

        text.Append("-- What the target calls\n");
        text.Append(SupabaseFunctions.Cursor()).Append('\n').Append(SupabaseFunctions.Move()).Append('\n').Append(SupabaseFunctions.Apply(models)).Append('\n');
        text.Append(SupabaseFunctions.Sweep(models)).Append('\n').Append(SupabaseFunctions.Purge(models)).Append('\n');
        text.Append(SupabaseFunctions.Rows(models)).Append('\n').Append(SupabaseFunctions.Models(models)).Append('\n');
        return text.Append("commit;\nnotify pgrst, 'reload schema';\n").ToString();
    }

    private static void Check(IReadOnlyList<SyncModel> models)
    {
        foreach (SyncModel model in models)
        {
            if (Encoding.UTF8.GetByteCount(LongestPrefix + model.Name) > LongestName)
            {
                throw new HiveException($"The sync name {model.Name} is too long for PostgreSQL: with {LongestPrefix} before it, it may have {LongestName} bytes.");
            }

            if (model.Fields.FirstOrDefault(static field => Encoding.UTF8.GetByteCount(field.Column) > LongestName) is { } field)
            {
                throw new HiveException($"The column {field.Column} of {model.Name} is too long for PostgreSQL: it may have {LongestName} bytes.");
            }
        }
    }
}
