using System.Collections.Generic;
using System.Text;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The triggers that log changes of a synced model: keys, no payload.</summary>
internal static class CaptureSql
{
    /// <summary>Each trigger: what it does, its name, its SQL.</summary>
    public static List<(string Summary, string Name, string Sql)> Triggers(ModelSpec model)
    {
        string t = model.Table;
        List<(string, string, string)> triggers =
        [
            ("Logs an insert.", t + "_hive_add", Trigger(t, "add", "AFTER INSERT", Log(model, "NEW", 1))),
        ];
        if (SyncedColumns(model, out string columns, out string changed))
        {
            triggers.Add(("Logs an update that changes a synced column.", t + "_hive_set",
                Trigger(t, "set", "AFTER UPDATE OF " + columns, Log(model, "NEW", 2), "\nWHEN " + changed)));
        }

        triggers.Add(("Logs a changed id: the old one is gone, the new one is there.", t + "_hive_id",
            Trigger(t, "id", "AFTER UPDATE OF \"id\"", Log(model, "OLD", 3) + Log(model, "NEW", 2), "\nWHEN OLD.\"id\" IS NOT NEW.\"id\"")));
        triggers.Add(("Logs a delete.", t + "_hive_remove", Trigger(t, "remove", "AFTER DELETE", Log(model, "OLD", 3))));
        AddReplace(model, triggers);
        return triggers;
    }

    private static void AddReplace(ModelSpec model, List<(string, string, string)> triggers)
    {
        StringBuilder add = new();
        StringBuilder replaces = new();
        StringBuilder set = new();
        StringBuilder keys = new("\"id\"");
        foreach (KeySpec key in model.Keys)
        {
            if (!key.IsUnique)
            {
                continue;
            }

            add.Append(LogReplaced(model, key, "NEW"));
            replaces.Append(replaces.Length == 0 ? "" : "\n  OR ").Append("EXISTS (SELECT 1 ").Append(Replaced(model, key, "NEW")).Append(')');
            set.Append(LogReplaced(model, key, "OLD"));
            foreach (int property in key.Properties)
            {
                string column = ", " + Columns.Quoted(model.Properties[property]);
                keys.Append(keys.ToString().Contains(column) ? "" : column);
            }
        }

        if (add.Length > 0)
        {
            triggers.Add(("Logs rows that an insert replaces, which SQLite deletes without a trigger.", model.Table + "_hive_replace_add",
                // Asking first is cheaper than an INSERT that finds nothing to insert, which is what nearly every insert would pay for.
                Trigger(model.Table, "replace_add", "BEFORE INSERT", add.ToString(), "\nWHEN " + replaces)));
        }

        set.Append("\n  INSERT INTO \"_hive_change\" (\"model\", \"id\", \"op\") SELECT ").Append(Literal.Sql(model.Sync!))
            .Append(", \"id\", 3 FROM \"").Append(model.Table).Append("\" WHERE \"id\" = NEW.\"id\" AND \"id\" IS NOT OLD.\"id\";");
        triggers.Add(("Logs rows that an update replaces, which SQLite deletes without a trigger.", model.Table + "_hive_replace_set",
            Trigger(model.Table, "replace_set", "BEFORE UPDATE OF " + keys, set.ToString())));
    }

    private static string Trigger(string table, string name, string when, string body, string condition = "")
        => "CREATE TRIGGER \"" + table + "_hive_" + name + "\" " + when + " ON \"" + table + "\"" + condition + " BEGIN" + body + "\nEND";

    private static string Log(ModelSpec model, string row, int operation)
        => "\n  INSERT INTO \"_hive_change\" (\"model\", \"id\", \"op\") VALUES (" + Literal.Sql(model.Sync!) + ", " + row + ".\"id\", " + (char)('0' + operation) + ");";

    private static string LogReplaced(ModelSpec model, KeySpec key, string self)
        => "\n  INSERT INTO \"_hive_change\" (\"model\", \"id\", \"op\") SELECT " + Literal.Sql(model.Sync!) + ", \"id\", 3 " + Replaced(model, key, self) + ";";

    private static string Replaced(ModelSpec model, KeySpec key, string self)
    {
        StringBuilder where = new();
        foreach (int property in key.Properties)
        {
            string column = Columns.Quoted(model.Properties[property]);
            where.Append(column).Append(" = NEW.").Append(column).Append(" AND ");
        }

        return "FROM \"" + model.Table + "\" WHERE " + where + "\"id\" IS NOT " + self + ".\"id\"";
    }

    private static bool SyncedColumns(ModelSpec model, out string columns, out string changed)
    {
        StringBuilder list = new();
        StringBuilder test = new();
        foreach (PropertySpec p in model.Properties)
        {
            if (p.IsId || p.IsLocal)
            {
                continue;
            }

            string column = Columns.Quoted(p);
            list.Append(list.Length == 0 ? "" : ", ").Append(column);
            test.Append(test.Length == 0 ? "" : " OR ").Append("OLD.").Append(column).Append(" IS NOT NEW.").Append(column);
        }

        columns = list.ToString();
        changed = "OLD.\"id\" IS NEW.\"id\" AND (" + test + ")";
        return list.Length > 0;
    }
}
