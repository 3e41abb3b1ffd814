using System.Text;

namespace HiveGen.Export;

/// <summary>The Hive's own tables and indexes, without the triggers and tables of its bookkeeping.</summary>
internal sealed class HiveSqlExport : IHiveExport
{
    public string Name => "hive";

    public string Description => "SQLite: the tables and indexes of the Hive itself";

    public IReadOnlyList<ExportFile> Export(HiveSchema schema)
    {
        StringBuilder sql = new();
        foreach (HiveModel model in schema.Models)
        {
            sql.Append("-- ").Append(model.Name).Append('\n').Append(model.CreateTable).Append(";\n");
            foreach (SchemaObject index in model.Indexes)
            {
                sql.Append(index.Sql).Append(";\n");
            }

            sql.Append('\n');
        }

        return [new ExportFile("hive.sql", sql.ToString())];
    }
}
