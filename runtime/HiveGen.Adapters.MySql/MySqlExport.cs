using System.Text;
using HiveGen.Export;
using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>
/// The tables and views of a MySQL or MariaDB target. The target makes them itself where it may. It may be run again after a model
/// gained fields: tables keep what they hold, and get the columns that they lack.
/// </summary>
internal sealed class MySqlExport : IHiveExport
{
    public string Name => "mysql";

    public string Description => "MySQL and MariaDB: the tables and views of a target, which it makes itself too";

    public IReadOnlyList<ExportFile> Export(HiveSchema schema) => [new ExportFile("mysql.sql", Write(schema, AddMissing))];

    /// <summary>The statements.</summary>
    /// <param name="schema">The models.</param>
    /// <param name="add">What is written, from a table and a statement that adds a column to it, where that may be missing.</param>
    public static string Write(HiveSchema schema, Func<string, SchemaObject, string, string> add)
    {
        StringBuilder sql = new();
        sql.Append(MySqlCursor.CreateTable).Append(";\n");
        foreach (SyncModel model in schema.Synced)
        {
            MySqlMap map = model.Mapping<MySqlMap>();
            sql.Append('\n').Append(map.CreateTable).Append(";\n");
            foreach (SchemaObject column in map.Columns)
            {
                sql.Append(add(model.Name, column, MySqlTables.AddColumn(model, column)));
            }

            sql.Append(map.CreateView).Append(";\n");
        }

        return sql.ToString();
    }

    // Only MariaDB has ADD COLUMN IF NOT EXISTS. Names are letters, digits and underscores: nothing in the texts needs an escape.
    private static string AddMissing(string table, SchemaObject column, string statement) => $"""
        set @hive = if(exists (select 1 from `information_schema`.`columns` where `table_schema` = database() and `table_name` = '{table}' and `column_name` = '{column.Name}'), 'do 0', '{statement}');
        prepare hive from @hive;
        execute hive;

        """;
}
