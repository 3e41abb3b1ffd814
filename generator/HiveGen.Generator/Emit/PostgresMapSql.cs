using System.Collections.Generic;
using System.Text;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The SQL of a model at the PostgreSQL target.</summary>
internal static class PostgresMapSql
{
    private const string Owned = "\"_version\", \"_deleted\", \"_home\"";

    public static IEnumerable<(string Name, string Sql)> Texts(ModelSpec model, List<PropertySpec> fields)
    {
        string table = Columns.Quote(model.Sync!);
        string list = List(fields);
        StringBuilder create = new("CREATE TABLE IF NOT EXISTS ");
        create.Append(table).Append(" (\n");
        foreach (PropertySpec p in fields)
        {
            create.Append("  ").Append(Definition(p)).Append(",\n");
        }

        create.Append("  \"_version\" bigint NOT NULL,\n  \"_deleted\" boolean NOT NULL DEFAULT false,\n  \"_home\" text NOT NULL,\n  \"_synced_at\" timestamptz NOT NULL DEFAULT clock_timestamp()\n)");
        yield return ("CreateTable", create.ToString());
        yield return ("CreateView", $"CREATE VIEW \"{model.Sync}_live\" AS SELECT {list} FROM {table} WHERE NOT \"_deleted\"");
        yield return ("SelectOutcomes", $"SELECT i.n, t.\"_home\", t.xmin = pg_current_xact_id()::xid\nFROM unnest($1::{Type(fields[0])}[]) WITH ORDINALITY AS i(id, n) JOIN {table} AS t ON t.\"id\" = i.id");
        yield return ("Select", $"SELECT {list}, {Owned} FROM {table}");
        // One below the load's version: a record of it that is parked comes back when it is tried again.
        yield return ("Sweep", $"UPDATE {table} AS t SET {Assign(fields, null)}\"_deleted\" = true, \"_version\" = $2 - 1, \"_synced_at\" = clock_timestamp()\n"
            + $"WHERE \"_home\" = $1 AND \"_version\" < $2 AND NOT \"_deleted\" AND NOT EXISTS (SELECT FROM unnest($3::{Type(fields[0])}[]) AS k(id) WHERE k.id = t.\"id\")");
    }

    /// <summary>Every field but the id may be null: a mirror takes ghosts and what older apps sent. Text ids are compared byte by byte.</summary>
    public static string Definition(PropertySpec p)
        => Columns.Quoted(p) + " " + Type(p) + (!p.IsId ? "" : Type(p) == "text" ? " COLLATE \"C\" NOT NULL PRIMARY KEY" : " NOT NULL PRIMARY KEY");

    /// <summary>The insert of many rows.</summary>
    public static string Insert(ModelSpec model, List<PropertySpec> fields)
    {
        // Unnested where they are selected: PostgreSQL would first store what stands behind FROM, which costs a seventh of the statement.
        StringBuilder rows = new();
        int number = 0;
        foreach (PropertySpec p in fields)
        {
            rows.Append("unnest($").Append(++number).Append("::").Append(Type(p)).Append("[]), ");
        }

        return $"INSERT INTO {Columns.Quote(model.Sync!)} AS t ({List(fields)}, {Owned}, \"_synced_at\")\n"
            + $"SELECT {rows}unnest(${Columns.Number(number + 1)}::bigint[]), unnest(${Columns.Number(number + 2)}::boolean[]), ${Columns.Number(number + 3)}, clock_timestamp()";
    }

    /// <summary>What makes a guarded upsert of the insert.</summary>
    public static string OnConflict(List<PropertySpec> fields)
        => $"ON CONFLICT (\"id\") DO UPDATE SET {Assign(fields, "excluded")}\"_version\" = excluded.\"_version\", \"_deleted\" = excluded.\"_deleted\", \"_synced_at\" = excluded.\"_synced_at\"\n"
            + "WHERE excluded.\"_version\" > t.\"_version\" AND excluded.\"_home\" = t.\"_home\"";

    private static string Type(PropertySpec p) => Kinds.SyncType(p) switch
    {
        "Bool" => "boolean",
        "Int32" => "integer",
        "Int64" => "bigint",
        "Double" => "double precision",
        "Decimal" => "numeric(19, " + Columns.Number(p.Scale) + ")", // as many digits as 64 bits have
        "Timestamp" => "timestamptz",
        "Date" => "date",
        "Time" => "time",
        "Duration" => "interval",
        "Guid" => "uuid",
        "Blob" => "bytea",
        "Json" => "jsonb",
        _ => "text",
    };

    private static string List(List<PropertySpec> fields)
    {
        StringBuilder text = new();
        foreach (PropertySpec p in fields)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(Columns.Quoted(p));
        }

        return text.ToString();
    }

    private static string Assign(List<PropertySpec> fields, string? source)
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
