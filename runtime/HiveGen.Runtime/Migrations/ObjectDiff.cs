using HiveGen.Storage;

namespace HiveGen.Migrations;

/// <summary>Compares indexes and capture triggers. What others made in the file is left alone.</summary>
internal sealed class ObjectDiff
{
    private readonly HiveSchema schema;
    private readonly StoredSchema stored;
    private readonly SchemaNames names;
    private readonly IReadOnlyDictionary<HiveModel, TableDiff> tables;
    private readonly HashSet<string> left;
    private readonly HashSet<string> rebuilt;
    private readonly HashSet<string> stays = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="schema">The models.</param>
    /// <param name="stored">The file.</param>
    /// <param name="names">Which table of the file is which model's.</param>
    /// <param name="tables">The comparisons of tables that both have.</param>
    /// <param name="left">The tables of models that are gone.</param>
    public ObjectDiff(HiveSchema schema, StoredSchema stored, SchemaNames names, IReadOnlyDictionary<HiveModel, TableDiff> tables, IReadOnlyList<string> left)
    {
        this.schema = schema;
        this.stored = stored;
        this.names = names;
        this.tables = tables;
        this.left = left.ToHashSet(StringComparer.OrdinalIgnoreCase);
        rebuilt = tables.Where(static pair => pair.Value.NeedsRebuild).Select(pair => names.StoredOf(pair.Key.Table)!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (HiveModel model in schema.Models)
        {
            stays.UnionWith(Wanted(model).Where(wanted => Stays(model, wanted)).Select(static wanted => wanted.Name));
        }
    }

    /// <summary>Drops what the Hive made and what is now different or gone. What stands on a rebuilt table goes with it.</summary>
    /// <exception cref="HiveStorageException">The file has something of its own under a name that the schema needs.</exception>
    public IEnumerable<MigrationStep> Drops()
    {
        HashSet<string> wanted = schema.Models.SelectMany(Wanted).Select(static wanted => wanted.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (string name in stored.Memory.Made.Union(wanted).Where(name => !stays.Contains(name)))
        {
            if (stored.Find(name) is not { } old || (left.Contains(old.Table) && old.Type == "index"))
            {
                continue;
            }

            if (!stored.Memory.Made.Contains(old.Name))
            {
                throw new HiveStorageException($"The file has its own {old.Type} '{old.Name}', a name that the schema needs. Nothing was changed: drop or rename it.");
            }

            if (!rebuilt.Contains(old.Table) || IsRenamed(old.Table))
            {
                yield return new MigrationStep(MigrationStepKind.DropObject, old.Table, $"drop {old.Type} {old.Name}", [$"DROP {old.Type.ToUpperInvariant()} {SqlText.Quote(old.Name)}"]);
            }
        }
    }

    /// <summary>Makes what is missing. Triggers come last, so that nothing a migration does is logged.</summary>
    public IEnumerable<MigrationStep> Creates()
        => schema.Models.SelectMany(model => model.Indexes.Where(index => !stays.Contains(index.Name)).Select(index => Create(model, "index", index) with { Risks = Unique(model, index) }))
            .Concat(schema.Models.SelectMany(model => model.Triggers.Where(trigger => !stays.Contains(trigger.Name)).Select(trigger => Create(model, "trigger", trigger))));

    private static MigrationStep Create(HiveModel model, string type, SchemaObject wanted)
        => new(MigrationStepKind.CreateObject, model.Table, $"create {type} {wanted.Name}", [wanted.Sql]) { Model = model };

    private static IEnumerable<SchemaObject> Wanted(HiveModel model) => model.Indexes.Concat(model.Triggers);

    private MigrationRisk[] Unique(HiveModel model, SchemaObject index)
    {
        if (!IndexColumns.IsUnique(index.Sql) || !tables.TryGetValue(model, out TableDiff? table))
        {
            return [];
        }

        IReadOnlyList<string> columns = ColumnsOf(index);
        bool was = stored.Find(index.Name) is { Type: "index" } old && SqlSpaces.Collapse(old.Sql) == SqlSpaces.Collapse(index.Sql);
        return was && !table.Changes(columns) ? [] : [table.Source.Unique(model.Table, columns, isNew: !was)];
    }

    private bool Stays(HiveModel model, SchemaObject wanted)
    {
        if (!tables.TryGetValue(model, out TableDiff? table) || table.NeedsRebuild || IsRenamed(names.StoredOf(model.Table)!)
            || stored.Find(wanted.Name) is not { } found || SqlSpaces.Collapse(found.Sql) != SqlSpaces.Collapse(wanted.Sql))
        {
            return false;
        }

        if (!table.ChangesValues)
        {
            return true;
        }

        // The rows of a unique index may clash as they will be: it is made anew, and the plan says so where they do.
        return found.Type == "index" && !(IndexColumns.IsUnique(found.Sql) && table.Changes(ColumnsOf(wanted)));
    }

    private static IReadOnlyList<string> ColumnsOf(SchemaObject index) => IndexColumns.Of(index.Sql[index.Sql.IndexOf('(', StringComparison.Ordinal)..]);

    private bool IsRenamed(string table) => names.NewNames.ContainsKey(table);
}
