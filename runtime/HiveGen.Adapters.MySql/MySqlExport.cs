using System.Text;
using HiveGen.Export;
using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>The tables and views of a MySQL or MariaDB target. The target makes them itself where it may.</summary>
internal sealed class MySqlExport : IHiveExport
{
    public string Name => "mysql";

    public string Description => "MySQL and MariaDB: the tables and views of a target, which it makes itself too";

    public IReadOnlyList<ExportFile> Export(HiveSchema schema) => [new ExportFile("mysql.sql", Write(schema))];

    /// <summary>The statements.</summary>
    public static string Write(HiveSchema schema)
    {
        StringBuilder sql = new();
        sql.Append(MySqlCursor.CreateTable).Append(";\n");
        foreach (SyncModel model in schema.Synced)
        {
            MySqlMap map = model.Mapping<MySqlMap>();
            sql.Append('\n').Append(map.CreateTable).Append(";\n").Append(map.CreateView).Append(";\n");
        }

        return sql.ToString();
    }
}
