using System.Text;
using HiveGen.Export;
using HiveGen.Targets;

namespace HiveGen.Adapters.Postgres;

/// <summary>
/// The tables and views of a target, for databases where the app itself may not make them. It may be run again after a model
/// gained fields: tables keep what they hold, and the views are made anew.
/// </summary>
internal sealed class PostgresExport : IHiveExport
{
    public string Name => "postgres";

    public string Description => "PostgreSQL, Neon: the tables and views of a target, which it makes itself where it may";

    public IReadOnlyList<ExportFile> Export(HiveSchema schema)
    {
        StringBuilder sql = new();
        sql.Append(PostgresCursor.CreateTable).Append(";\n");
        foreach (SyncModel model in schema.Synced)
        {
            if (PostgresNames.TooLong(model) is { } reason)
            {
                throw new HiveException(reason);
            }

            PostgresMap map = model.Mapping<PostgresMap>();
            sql.Append('\n').Append(map.CreateTable).Append(";\n");
            foreach (SchemaObject column in map.Columns)
            {
                sql.Append("ALTER TABLE ").Append(PostgresNames.Quote(model.Name)).Append(" ADD COLUMN IF NOT EXISTS ").Append(column.Sql).Append(";\n");
            }

            sql.Append("DROP VIEW IF EXISTS ").Append(PostgresNames.Quote(PostgresNames.View(model.Name))).Append(";\n").Append(map.CreateView).Append(";\n");
        }

        return [new ExportFile("postgres.sql", sql.ToString())];
    }
}
