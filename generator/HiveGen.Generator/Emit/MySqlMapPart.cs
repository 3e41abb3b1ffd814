using System.Collections.Generic;
using System.Text;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>How MySQL, MariaDB and PlanetScale store a model.</summary>
internal static class MySqlMapPart
{
    private const string Written = "values(`_version`) > `_version` and values(`_home`) = `_home`";

    public static void Emit(CodeWriter w, ModelSpec model)
    {
        List<PropertySpec> fields = SyncFields.Of(model);
        MapWriter.Emit(w, model, "MySql", "MySQL", Texts(model, fields), Definitions(fields));
    }

    private static IEnumerable<(string Name, string Sql)> Texts(ModelSpec model, List<PropertySpec> fields)
    {
        string table = Quote(model.Sync!);
        yield return ("CreateTable", CreateTable(model, fields));
        yield return ("CreateView", $"create or replace view {Quote(model.Sync + "_live")} as\nselect {List(fields)} from {table} where `_deleted` = 0");
        yield return ("Insert", $"insert into {table} ({List(fields)}, `_version`, `_deleted`, `_home`, `_synced_at`) values ");
        yield return ("OnDuplicate", OnDuplicate(fields));
        yield return ("Unwritten", $"cast(`id` as char), `_home` from {table} where `id` in (");
        string rows = $"select {Texts(fields)}, cast(`_version` as char), cast(`_deleted` as char), `_home` from {table} where ";
        yield return ("SelectRows", rows + "`id` in (");
        yield return ("SelectPage", rows + "`_home` = ");
        yield return ("Sweep", $"update {table} set {Nulls(fields)}`_deleted` = 1, `_synced_at` = ");
        yield return ("Purge", $"delete from {table} where `_deleted` = 1 and `_synced_at` < ");
    }

    private static string CreateTable(ModelSpec model, List<PropertySpec> fields)
    {
        StringBuilder table = new("create table if not exists ");
        table.Append(Quote(model.Sync!)).Append(" (\n");
        foreach (PropertySpec p in fields)
        {
            table.Append("  ").Append(Definition(p)).Append(",\n");
        }

        return table.Append("  `_version` bigint not null,\n  `_deleted` boolean not null default 0,\n  `_home` varchar(191) character set utf8mb4 collate utf8mb4_bin not null,\n")
            .Append("  `_synced_at` datetime(6) not null,\n  primary key (`id`),\n  key ").Append(Quote(model.Sync + "_ghosts")).Append(" (`_deleted`, `_synced_at`)\n)")
            .Append(" engine=innodb default charset=utf8mb4 collate=utf8mb4_bin").ToString();
    }

    // Assignments run from left to right and see what the ones before them did: the version, which the guard looks at, comes last.
    private static string OnDuplicate(List<PropertySpec> fields)
    {
        StringBuilder text = new("\non duplicate key update ");
        for (int i = 1; i < fields.Count; i++)
        {
            Assign(text, Quote(Columns.Name(fields[i]))).Append(", ");
        }

        Assign(Assign(text, "`_deleted`").Append(", "), "`_synced_at`").Append(", ");
        return Assign(text, "`_version`").ToString();
    }

    private static StringBuilder Assign(StringBuilder text, string column)
        => text.Append(column).Append(" = if(").Append(Written).Append(", values(").Append(column).Append("), ").Append(column).Append(')');

    private static string Nulls(List<PropertySpec> fields)
    {
        StringBuilder text = new();
        for (int i = 1; i < fields.Count; i++)
        {
            text.Append(Quote(Columns.Name(fields[i]))).Append(" = null, ");
        }

        return text.ToString();
    }

    private static string List(List<PropertySpec> fields)
    {
        StringBuilder text = new();
        foreach (PropertySpec p in fields)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(Quote(Columns.Name(p)));
        }

        return text.ToString();
    }

    // As text, whatever type a driver would make of them.
    private static string Texts(List<PropertySpec> fields)
    {
        StringBuilder text = new();
        foreach (PropertySpec p in fields)
        {
            string column = Quote(Columns.Name(p));
            text.Append(text.Length == 0 ? "" : ", ").Append(Kinds.SyncType(p) is "Blob" or "Text" ? column : "cast(" + column + " as char)");
        }

        return text.ToString();
    }

    private static IEnumerable<(string Name, string Sql)> Definitions(List<PropertySpec> fields)
    {
        for (int i = 1; i < fields.Count; i++)
        {
            yield return (Columns.Name(fields[i]), Definition(fields[i]));
        }
    }

    /// <summary>Every field but the id may be null: a mirror takes ghosts and what older apps sent.</summary>
    private static string Definition(PropertySpec p) => Quote(Columns.Name(p)) + " " + Type(p) + (p.IsId ? " not null" : "");

    private static string Type(PropertySpec p) => Kinds.SyncType(p) switch
    {
        // Ids and links to them: compared by bytes, and short enough for a key.
        "Text" when p.IsId || p.Link is not null => "varchar(191) character set utf8mb4 collate utf8mb4_bin",
        "Text" => "longtext",
        "Bool" => "boolean",
        "Int32" => "int",
        "Double" => "double",
        "Decimal" => "decimal(19, " + Columns.Number(p.Scale) + ")",
        "Timestamp" => "datetime(6)",
        "Date" => "date",
        "Time" => "time(6)",
        "Guid" => "char(36) character set ascii collate ascii_bin",
        "Blob" => "longblob",
        "Enum" => "varchar(255)",
        "Json" => "json",
        _ => "bigint", // numbers, and spans of time in microseconds, which may be longer than time takes
    };

    private static string Quote(string name) => "`" + name + "`";
}
