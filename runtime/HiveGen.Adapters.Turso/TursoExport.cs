using System.Text;
using HiveGen.Export;
using HiveGen.Targets;

namespace HiveGen.Adapters.Turso;

/// <summary>The tables, indexes and views of a libSQL target. The target makes them itself: this is to look at, or to review beforehand.</summary>
internal sealed class TursoExport : IHiveExport
{
    public string Name => "turso";

    public string Description => "Turso: the tables, indexes and views of a target, which it makes itself too";

    public IReadOnlyList<ExportFile> Export(HiveSchema schema)
    {
        StringBuilder sql = new();
        sql.Append(TursoCursor.CreateTable).Append(";\n");
        foreach (SyncModel model in schema.Synced)
        {
            TursoMap map = model.Mapping<TursoMap>();
            sql.Append('\n').Append(map.CreateTable).Append(";\n").Append(map.CreateIndex).Append(";\n").Append(map.CreateView).Append(";\n");
        }

        return [new ExportFile("turso.sql", sql.ToString())];
    }
}
