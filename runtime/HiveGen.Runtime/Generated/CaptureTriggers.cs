using System.Globalization;
using HiveGen.Storage;

namespace HiveGen.Generated;

/// <summary>
/// The triggers that log changes of a synced model: keys, no payload. SQLite deletes rows that REPLACE displaces without a trigger, so they are looked for
/// before, by every unique key.
/// </summary>
internal sealed class CaptureTriggers
{
    private readonly string table;
    private readonly string sync;
    private readonly GeneratedField[] fields;
    private readonly IReadOnlyList<int[]> keys;

    private CaptureTriggers(string table, string sync, GeneratedField[] fields, IReadOnlyList<int[]> keys)
    {
        this.table = table;
        this.sync = $"'{sync.Replace("'", "''", StringComparison.Ordinal)}'";
        this.fields = fields;
        this.keys = keys;
    }

    /// <param name="table">The table.</param>
    /// <param name="sync">The name on the wire.</param>
    /// <param name="fields">The fields; the first is the id.</param>
    /// <param name="keys">The columns of each unique key.</param>
    public static IReadOnlyList<SchemaObject> Of(string table, string sync, GeneratedField[] fields, IReadOnlyList<int[]> keys)
        => [.. new CaptureTriggers(table, sync, fields, keys).All()];

    private IEnumerable<SchemaObject> All()
    {
        yield return Trigger("add", "AFTER INSERT", Log("NEW", 1));
        string[] synced = [.. fields.Skip(1).Where(static field => !field.Has(FieldTraits.Local)).Select(static field => SqlText.Quote(field.Column))];
        if (synced.Length > 0)
        {
            string changed = string.Join(" OR ", synced.Select(static column => $"OLD.{column} IS NOT NEW.{column}"));
            yield return Trigger("set", "AFTER UPDATE OF " + string.Join(", ", synced), Log("NEW", 2), $"\nWHEN OLD.\"id\" IS NEW.\"id\" AND ({changed})");
        }

        // A changed id: the old one is gone, the new one is there.
        yield return Trigger("id", "AFTER UPDATE OF \"id\"", Log("OLD", 3) + Log("NEW", 2), "\nWHEN OLD.\"id\" IS NOT NEW.\"id\"");
        yield return Trigger("remove", "AFTER DELETE", Log("OLD", 3));
        if (keys.Count > 0)
        {
            // Asking first is cheaper than an INSERT that finds nothing to insert, which is what nearly every insert would pay for.
            string replaces = string.Join("\n  OR ", keys.Select(key => $"EXISTS (SELECT 1 {Replaced(key, "NEW")})"));
            yield return Trigger("replace_add", "BEFORE INSERT", string.Concat(keys.Select(key => LogReplaced(key, "NEW"))), "\nWHEN " + replaces);
        }

        string columns = string.Join(", ", keys.SelectMany(static key => key).Distinct().Select(Column).Prepend("\"id\""));
        yield return Trigger("replace_set", "BEFORE UPDATE OF " + columns, string.Concat(keys.Select(key => LogReplaced(key, "OLD"))) + LogGone($"FROM {SqlText.Quote(table)} WHERE \"id\" = NEW.\"id\" AND \"id\" IS NOT OLD.\"id\""));
    }

    private SchemaObject Trigger(string name, string when, string body, string condition = "")
        => new($"{table}_hive_{name}", $"CREATE TRIGGER \"{table}_hive_{name}\" {when} ON \"{table}\"{condition} BEGIN{body}\nEND");

    private string Log(string row, int operation)
        => string.Create(CultureInfo.InvariantCulture, $"\n  INSERT INTO \"_hive_change\" (\"model\", \"id\", \"op\") VALUES ({sync}, {row}.\"id\", {operation});");

    private string LogReplaced(int[] key, string self) => LogGone(Replaced(key, self));

    private string LogGone(string rows) => $"\n  INSERT INTO \"_hive_change\" (\"model\", \"id\", \"op\") SELECT {sync}, \"id\", 3 {rows};";

    private string Replaced(int[] key, string self)
        => $"FROM {SqlText.Quote(table)} WHERE {string.Concat(key.Select(column => $"{Column(column)} = NEW.{Column(column)} AND "))}\"id\" IS NOT {self}.\"id\"";

    private string Column(int column) => SqlText.Quote(fields[column].Column);
}
