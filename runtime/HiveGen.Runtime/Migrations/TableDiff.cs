using HiveGen.Storage;

namespace HiveGen.Migrations;

/// <summary>Compares a model's table with the one in the file.</summary>
internal sealed class TableDiff
{
    private readonly HiveModel model;
    private readonly SchemaNames names;
    private readonly Allowance allow;
    private readonly string storedTable;
    private readonly TableText stored;
    private readonly TableText wanted;
    private readonly Dictionary<string, string> renamed;
    private readonly List<ColumnChange> changes = [];

    public TableDiff(HiveModel model, StoredSchema schema, SchemaNames names, Allowance allow)
    {
        this.model = model;
        this.names = names;
        this.allow = allow;
        storedTable = names.StoredOf(model.Table)!;
        stored = TableText.Parse(schema.Find(storedTable)!.Sql);
        wanted = TableText.Parse(model.CreateTable);
        renamed = ColumnRenames.Find(model, stored, wanted);
        foreach ((string name, string definition) in wanted.Columns)
        {
            changes.Add(Change(schema, ColumnText.Parse(name, definition)));
        }

        Source = new TableSource(storedTable, changes);
        Dropped = [.. stored.Columns.Keys.Where(name => !wanted.Columns.ContainsKey(name) && !renamed.ContainsKey(name))];
        NeedsRebuild = Dropped.Count > 0 || ConstraintsDiffer || changes.Exists(RequiresRebuild);
    }

    /// <summary>The rows as they will be.</summary>
    public TableSource Source { get; }

    /// <summary>The columns the model no longer has.</summary>
    public IReadOnlyList<string> Dropped { get; }

    /// <summary>Whether the table must be copied into a new one.</summary>
    public bool NeedsRebuild { get; }

    /// <summary>Whether values are changed in the table as it is, so that its capture triggers must be away meanwhile.</summary>
    public bool ChangesValues => !NeedsRebuild && changes.Exists(static change => change.MayLose);

    /// <summary>Whether rows of an index over these columns may not be as they were.</summary>
    public bool Changes(IReadOnlyList<string> columns)
        => changes.Exists(change => !change.KeepsRows && columns.Contains(change.Wanted.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The renaming of columns, before anything else is done with the table.</summary>
    public IEnumerable<MigrationStep> Renames()
        => renamed.Select(pair => Step(MigrationStepKind.RenameColumn, $"rename {model.Table}.{pair.Key} to {pair.Value}", $"ALTER TABLE {Table} RENAME COLUMN {SqlText.Quote(pair.Key)} TO {SqlText.Quote(pair.Value)}") with
        {
            Resends = IsSynced(pair.Value),
        });

    /// <summary>What else is to be done.</summary>
    public IEnumerable<MigrationStep> Steps()
    {
        if (NeedsRebuild)
        {
            yield return Rebuild();
            yield break;
        }

        foreach (ColumnChange change in changes.Where(static change => change.Stored is null))
        {
            yield return Step(MigrationStepKind.AddColumn, $"add {model.Table}.{change.Wanted.Name}", $"ALTER TABLE {Table} ADD COLUMN {change.Wanted.Definition}") with
            {
                Risks = [.. ColumnRisks.Of(change, storedTable, allow)],
            };
        }

        foreach (ColumnChange change in changes.Where(static change => change.MayLose))
        {
            string column = SqlText.Quote(change.Wanted.Name);
            string sql = $"UPDATE {Table} SET {column} = {change.After(change.Wanted.LinksTo)} WHERE {change.UnfitAfter(change.Wanted.LinksTo)}";
            yield return Step(MigrationStepKind.ChangeValues, $"change values of {model.Table}.{change.Wanted.Name} that are no {change.To}", sql) with
            {
                Risks = [.. ColumnRisks.Of(change, storedTable, allow)],
                Resends = IsSynced(change.Wanted.Name),
            };
        }
    }

    private string Table => SqlText.Quote(model.Table);

    private bool ConstraintsDiffer
        => !stored.Constraints.Select(constraint => SqlNames.Comparable(constraint, renamed, bare: true)).ToHashSet(StringComparer.Ordinal).SetEquals(wanted.Constraints.Select(static constraint => SqlNames.Comparable(constraint)))
            || !string.Equals(stored.Options, wanted.Options, StringComparison.OrdinalIgnoreCase);

    private MigrationStep Rebuild()
    {
        List<MigrationRisk> risks = [.. Dropped.Select(name => ColumnRisks.Dropped(model.Table, name, storedTable, allow)), .. changes.SelectMany(change => ColumnRisks.Of(change, storedTable, allow))];
        bool converts = changes.Exists(static change => !change.KeepsRows);
        risks.AddRange(wanted.Constraints.Where(constraint => converts || ConstraintsDiffer).SelectMany(Constraint));
        risks.AddRange(changes.Where(static change => change.Wanted is { IsKey: true, IsPrimaryKey: false } && change.Stored is not { IsKey: true }).Select(change => Source.Unique(model.Table, [change.Wanted.Name])));
        return Step(MigrationStepKind.RebuildTable, $"rebuild {model.Table}: {string.Join(", ", Reasons())}", [.. RebuildSql.Of(model, stored, changes, stored.Columns.Keys)]) with
        {
            Risks = risks,
            Resends = changes.Exists(change => change is { Stored: not null, IsSame: false } && IsSynced(change.Wanted.Name)),
        };
    }

    private IEnumerable<MigrationRisk> Constraint(string constraint)
    {
        if (constraint.StartsWith("CHECK", StringComparison.OrdinalIgnoreCase))
        {
            yield return Source.Check(model.Table, constraint);
        }
        else if (constraint.StartsWith("UNIQUE", StringComparison.OrdinalIgnoreCase))
        {
            yield return Source.Unique(model.Table, IndexColumns.Of(constraint));
        }
    }

    private IEnumerable<string> Reasons()
    {
        foreach (string name in Dropped)
        {
            yield return $"{name} is dropped";
        }

        foreach (ColumnChange change in changes.Where(change => RequiresRebuild(change) || change.Stored is null))
        {
            yield return change.Stored is null ? $"{change.Wanted.Name} is new" : $"{change.Wanted.Name} is now {change.Wanted.Definition[change.Wanted.Definition.IndexOf(' ', StringComparison.Ordinal)..].Trim()}{(change.From == change.To ? "" : $" ({change.To})")}";
        }

        if (ConstraintsDiffer)
        {
            yield return "its constraints differ";
        }
    }

    private bool RequiresRebuild(ColumnChange change)
    {
        if (change.Stored is null)
        {
            return change.Wanted.IsKey || (change.Wanted.LinksTo is not null && change.Wanted.Default is not null);
        }

        Dictionary<string, string> all = new(names.NewNames, StringComparer.OrdinalIgnoreCase);
        foreach ((string old, string now) in renamed)
        {
            all[old] = now;
        }

        return SqlNames.Comparable(change.Stored.Definition, all) != SqlNames.Comparable(change.Wanted.Definition) || !(change.IsSame || change.KeepsValues);
    }

    private ColumnChange Change(StoredSchema schema, ColumnText column)
    {
        string source = renamed.FirstOrDefault(pair => pair.Value == column.Name).Key ?? column.Name;
        ColumnText? old = stored.Columns.TryGetValue(source, out string? definition) ? ColumnText.Parse(source, definition) : null;
        ColumnType? told = model.Columns.FirstOrDefault(candidate => Same(candidate.Name, column.Name)) is { } known ? ColumnType.Parse(known.Type) : null;
        ColumnType? remembered = old is null ? null : schema.TypeOf(storedTable, source);
        // What a file does not tell is taken to be as the model says, unless SQLite's own types differ.
        bool alike = old is null || old.SqlType == column.SqlType;
        ColumnType to = told ?? (alike && remembered is { } before ? before : ColumnType.Of(column));
        ColumnType from = remembered ?? (old is null || alike ? to : ColumnType.Of(old));
        return new ColumnChange(model.Table, column, old, from, to, Parent(column, old));
    }

    /// <summary>The table by its old name, empty when it is new, null when the link is as it was.</summary>
    private string? Parent(ColumnText column, ColumnText? old)
    {
        if (column.LinksTo is not { } table || old is null)
        {
            return null;
        }

        bool same = old.LinksTo is { } before && Same(names.NewNames.GetValueOrDefault(before, before), table);
        return same ? null : names.StoredOf(table) ?? "";
    }

    private bool IsSynced(string column) => model.Sync is not null && model.Columns.Any(candidate => candidate.Synced && Same(candidate.Name, column));

    private MigrationStep Step(MigrationStepKind kind, string summary, params IReadOnlyList<string> sql) => new(kind, model.Table, summary, sql) { Model = model };

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
