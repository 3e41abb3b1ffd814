using System.Collections.Generic;
using System.Text;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The SQL of a model at the SQLite target.</summary>
internal static class SqliteMapSql
{
    public static IEnumerable<(string Name, string Sql)> Texts(ModelSpec model, List<PropertySpec> fields)
    {
        StringBuilder table = new("CREATE TABLE IF NOT EXISTS ");
        table.Append(Columns.Quote(model.Sync!)).Append(" (\n");
        foreach (PropertySpec p in fields)
        {
            table.Append("  ").Append(Definition(p)).Append(",\n");
        }

        table.Append("  \"_version\" INTEGER NOT NULL,\n  \"_deleted\" INTEGER NOT NULL DEFAULT 0,\n  \"_home\" TEXT NOT NULL,\n  \"_synced_at\" INTEGER NOT NULL\n) STRICT");
        yield return ("CreateTable", table.ToString());
        yield return ("CreateView", $"CREATE VIEW IF NOT EXISTS \"{model.Sync}_live\" AS\nSELECT {List(fields, 0)} FROM {Columns.Quote(model.Sync!)} WHERE \"_deleted\" = 0");
    }

    public static IEnumerable<(string Name, string Sql)> Statements(ModelSpec model, List<PropertySpec> fields)
    {
        string table = Columns.Quote(model.Sync!);
        int count = fields.Count;
        string guard = Guard(table);
        yield return ("Upsert", $"INSERT INTO {table} ({List(fields, 0)}, \"_version\", \"_deleted\", \"_home\", \"_synced_at\")\n"
            + $"VALUES ({Columns.Parameters(1, count)}, ?{Columns.Number(count + 1)}, 0, ?{Columns.Number(count + 2)}, ?{Columns.Number(count + 3)})\n"
            + $"ON CONFLICT (\"id\") DO UPDATE SET {Assign(fields, "excluded")}\"_version\" = excluded.\"_version\", \"_deleted\" = 0, \"_synced_at\" = excluded.\"_synced_at\""
            + guard);
        yield return ("Delete", $"INSERT INTO {table} (\"id\", \"_version\", \"_deleted\", \"_home\", \"_synced_at\") VALUES (?1, ?2, 1, ?3, ?4)\n"
            + $"ON CONFLICT (\"id\") DO UPDATE SET {Assign(fields, null)}\"_version\" = excluded.\"_version\", \"_deleted\" = 1, \"_synced_at\" = excluded.\"_synced_at\""
            + guard);
        yield return ("SelectState", $"SELECT {List(fields, 0)}, \"_version\", \"_deleted\", \"_home\" FROM {table} WHERE \"id\" = ?1");
    }

    /// <summary>Every field but the id may be null: a mirror takes ghosts and what older apps sent.</summary>
    public static string Definition(PropertySpec p)
        => Columns.Quoted(p) + " " + Kinds.SqlType(p) + (p.IsId ? " NOT NULL PRIMARY KEY" : "");

    /// <summary>Only newer writes of the row's own home.</summary>
    public static string Guard(string table) => $"\nWHERE excluded.\"_version\" > {table}.\"_version\" AND excluded.\"_home\" = {table}.\"_home\"";

    public static string List(List<PropertySpec> fields, int first)
    {
        StringBuilder text = new();
        for (int i = first; i < fields.Count; i++)
        {
            text.Append(i == first ? "" : ", ").Append(Columns.Quoted(fields[i]));
        }

        return text.ToString();
    }

    public static string Assign(List<PropertySpec> fields, string? source)
    {
        StringBuilder text = new();
        for (int i = 1; i < fields.Count; i++)
        {
            string column = Columns.Quoted(fields[i]);
            text.Append(column).Append(" = ").Append(source is null ? "NULL" : source + "." + column).Append(", ");
        }

        return text.ToString();
    }
}
