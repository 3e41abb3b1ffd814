using HiveGen.Storage;

namespace HiveGen.Migrations;

/// <summary>Compares a file with the models. It reads nothing but the two descriptions, so that it can be tried without a file.</summary>
internal sealed class SchemaDiff
{
    private readonly HiveSchema schema;
    private readonly StoredSchema stored;
    private readonly SchemaNames names;
    private readonly Allowance allow;
    private readonly Dictionary<HiveModel, TableDiff> tables = [];
    private readonly List<string> kept = [];
    private readonly List<string> dropped = [];

    private SchemaDiff(HiveSchema schema, StoredSchema stored, Allowance allow)
    {
        this.schema = schema;
        this.stored = stored;
        this.allow = allow;
        names = new SchemaNames(schema, stored);
        foreach (HiveModel model in schema.Models.Where(model => names.StoredOf(model.Table) is not null))
        {
            tables.Add(model, new TableDiff(model, stored, names, allow));
        }

        HashSet<string> used = schema.Models.Select(model => names.StoredOf(model.Table) ?? model.Table).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (string table in stored.Memory.Tables.Where(table => !used.Contains(table) && stored.Find(table) is { Type: "table" }))
        {
            (allow.Has(Allowance.DropTable(table)) ? dropped : kept).Add(table);
        }
    }

    /// <summary>The steps from the file to the models, with risks whose rows are not counted yet.</summary>
    /// <exception cref="HiveStorageException">The file has something of its own under a name that the schema needs.</exception>
    public static MigrationPlan Compare(HiveSchema schema, StoredSchema stored, Allowance allow)
    {
        SchemaDiff diff = new(schema, stored, allow);
        return new MigrationPlan([.. diff.Steps()], diff.kept) { Memory = stored.Memory.Next(schema, diff.kept, diff.KeptIndexes()), Made = stored.Memory.Made };
    }

    /// <summary>Everything, for a file that holds nothing.</summary>
    public static MigrationPlan ForNewFile(HiveSchema schema)
    {
        List<string> own = [$"PRAGMA application_id = {Bookkeeping.ApplicationId}", $"PRAGMA user_version = {Bookkeeping.FormatVersion}", .. Bookkeeping.All];
        StoredSchema nothing = new(Bookkeeping.FormatVersion, SchemaMemory.Empty, []);
        MigrationPlan plan = Compare(schema, nothing, Allowance.None);
        return new MigrationPlan([new MigrationStep(MigrationStepKind.Bookkeeping, "_hive_meta", "make the Hive's own tables", own), .. plan.Steps], []) { Memory = plan.Memory, IsNewFile = true };
    }

    private IEnumerable<MigrationStep> Steps()
    {
        List<string> upgrade = [.. Bookkeeping.Upgrade(stored.Format)];
        if (upgrade.Count > 0)
        {
            yield return new MigrationStep(MigrationStepKind.Bookkeeping, "_hive_meta", "bring the Hive's own tables up to date", upgrade);
        }

        ObjectDiff objects = new(schema, stored, names, tables, [.. kept, .. dropped]);
        IEnumerable<MigrationStep> steps = objects.Drops()
            .Concat(names.NewNames.Select(RenameTable))
            .Concat(tables.Values.SelectMany(static table => table.Renames()))
            .Concat(schema.Models.Where(model => !tables.ContainsKey(model)).Select(Create))
            .Concat(tables.Values.SelectMany(static table => table.Steps()))
            .Concat(dropped.Select(DropTable))
            .Concat(objects.Creates());
        foreach (MigrationStep step in steps)
        {
            yield return step;
        }
    }

    private MigrationStep RenameTable(KeyValuePair<string, string> renamed) => new(
        MigrationStepKind.RenameTable, renamed.Value, $"rename {renamed.Key} to {renamed.Value}", [$"ALTER TABLE {SqlText.Quote(renamed.Key)} RENAME TO {SqlText.Quote(renamed.Value)}"]);

    private static MigrationStep Create(HiveModel model) => new(MigrationStepKind.CreateTable, model.Table, $"create {model.Table}", [model.CreateTable]) { Model = model };

    private MigrationStep DropTable(string table)
    {
        MigrationRisk rows = new(table, "the table is dropped", "are lost", Allowance.DropTable(table), "")
        {
            CountSql = $"SELECT count(*) FROM {SqlText.Quote(table)}",
            IsAllowed = true,
        };
        IEnumerable<MigrationRisk> links = kept.Where(other => LinksTo(other, table)).Select(other => new MigrationRisk(
            table, "the table is dropped", $"link to it from \"{other}\"", null, $"That table is kept from a model that is gone too: allow {Allowance.DropTable(other)} as well.")
        {
            CountSql = $"SELECT count(*) FROM {SqlText.Quote(other)}",
        });
        return new MigrationStep(MigrationStepKind.DropTable, table, $"drop {table}", [$"DROP TABLE {SqlText.Quote(table)}"]) { Risks = [rows, .. links] };
    }

    private bool LinksTo(string table, string other)
        => TableText.Parse(stored.Find(table)!.Sql).Columns.Any(column => string.Equals(ColumnText.Parse(column.Key, column.Value).LinksTo, other, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<string> KeptIndexes()
        => stored.Objects.Where(found => found.Type == "index" && stored.Memory.Made.Contains(found.Name) && kept.Contains(found.Table, StringComparer.OrdinalIgnoreCase)).Select(static found => found.Name);
}
