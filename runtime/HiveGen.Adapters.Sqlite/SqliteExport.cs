using System.Text;
using HiveGen.Export;
using HiveGen.Targets;

namespace HiveGen.Adapters.Sqlite;

/// <summary>The tables and views of a SQLite target. The target makes them itself: this is to look at, or to make a file beforehand.</summary>
internal sealed class SqliteExport : IHiveExport
{
    public string Name => "sqlite";

    public string Description => "SQLite: the tables and views of a target, which it makes itself too";

    public IReadOnlyList<ExportFile> Export(HiveSchema schema)
    {
        StringBuilder sql = new();
        sql.Append(SqliteCursor.CreateTable).Append(";\n");
        foreach (SyncModel model in schema.Synced)
        {
            SqliteMap map = model.Mapping<SqliteMap>();
            sql.Append('\n').Append(map.CreateTable).Append(";\n").Append(map.CreateView).Append(";\n");
        }

        return [new ExportFile("sqlite.sql", sql.ToString())];
    }
}
