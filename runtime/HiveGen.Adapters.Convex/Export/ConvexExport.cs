using HiveGen.Export;

namespace HiveGen.Adapters.Convex.Export;

/// <summary>The deployment's files as <c>hive export convex</c> writes them.</summary>
internal sealed class ConvexExport : IHiveExport
{
    public string Name => "convex";

    public string Description => "The schema and the functions of a Convex deployment";

    public IReadOnlyList<ExportFile> Export(HiveSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return ConvexFiles.Of(schema.Synced);
    }
}
