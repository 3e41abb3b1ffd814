using HiveGen.Export;

namespace HiveGen.Adapters.Supabase.Export;

/// <summary>The migration as <c>hive export supabase</c> writes it.</summary>
internal sealed class SupabaseExport : IHiveExport
{
    public string Name => "supabase";

    public string Description => "The migration of a Supabase project: tables, row-level security, and the functions the target calls";

    public IReadOnlyList<ExportFile> Export(HiveSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return [new ExportFile("supabase/hive.sql", SupabaseMigration.Of(schema.Synced))];
    }
}
