using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>How a libSQL server stores a model: as the SQLite target does, but many rows are written by one statement.</summary>
internal static class TursoMapPart
{
    public static void Emit(CodeWriter w, ModelSpec model)
    {
        List<PropertySpec> fields = SyncFields.Of(model);
        MapWriter.Emit(w, model, "Turso", "a libSQL server", Texts(model, fields), Definitions(fields));
    }

    private static IEnumerable<(string Name, string Sql)> Texts(ModelSpec model, List<PropertySpec> fields)
    {
        string table = Columns.Quote(model.Sync!);
        foreach ((string Name, string Sql) text in SqliteMapSql.Texts(model, fields))
        {
            yield return text;
        }

        yield return ("CreateIndex", $"CREATE INDEX IF NOT EXISTS \"{model.Sync}_ghosts\" ON {table} (\"_synced_at\") WHERE \"_deleted\" = 1");
        yield return ("Insert", $"INSERT INTO {table} ({SqliteMapSql.List(fields, 0)}, \"_version\", \"_deleted\", \"_home\", \"_synced_at\") VALUES ");
        yield return ("OnConflict", $"\nON CONFLICT (\"id\") DO UPDATE SET {SqliteMapSql.Assign(fields, "excluded")}\"_version\" = excluded.\"_version\", \"_deleted\" = excluded.\"_deleted\", \"_synced_at\" = excluded.\"_synced_at\""
            + SqliteMapSql.Guard(table));
        yield return ("Unwritten", $"SELECT t.\"id\", t.\"_home\" FROM json_each(?1) AS item JOIN {table} AS t ON t.\"id\" = item.\"value\" ->> 0 WHERE NOT (t.\"_version\" < item.\"value\" ->> 1 AND t.\"_home\" = ?2)");
        string rows = $"SELECT {SqliteMapSql.List(fields, 0)}, \"_version\", \"_deleted\", \"_home\" FROM {table} WHERE ";
        yield return ("SelectRows", rows + "\"id\" IN (SELECT \"value\" FROM json_each(?1))");
        yield return ("SelectPage", rows + "\"_home\" = ?1 AND \"id\" >= ?2 ORDER BY \"id\" LIMIT ?3");
        // One below the load's version: a record of it that is parked comes back when it is tried again.
        yield return ("Sweep", $"UPDATE {table} SET {SqliteMapSql.Assign(fields, null)}\"_deleted\" = 1, \"_version\" = ?2 - 1, \"_synced_at\" = ?3\n"
            + "WHERE \"_home\" = ?1 AND \"_version\" < ?2 AND \"_deleted\" = 0 AND \"id\" NOT IN (SELECT \"value\" FROM json_each(?4))");
        yield return ("Purge", $"DELETE FROM {table} WHERE \"id\" IN (SELECT \"id\" FROM {table}\n"
            + "WHERE \"_deleted\" = 1 AND \"_synced_at\" < ?1 AND (\"_home\" = ?2 AND \"_version\" <= ?3 OR \"_home\" = 'http') LIMIT 1000)");
    }

    private static IEnumerable<(string Name, string Sql)> Definitions(List<PropertySpec> fields)
    {
        for (int i = 1; i < fields.Count; i++)
        {
            yield return (Columns.Name(fields[i]), SqliteMapSql.Definition(fields[i]));
        }
    }
}
