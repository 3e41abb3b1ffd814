using HiveGen.Migrations;

namespace HiveGen;

/// <summary>The steps that bring a Hive's file to the schema of its models. Immutable and thread-safe.</summary>
public sealed class MigrationPlan
{
    internal MigrationPlan(IReadOnlyList<MigrationStep> steps, IReadOnlyList<string> kept)
    {
        Steps = steps;
        Kept = kept;
    }

    /// <summary>The steps, in order. They are done in one transaction: all or none.</summary>
    public IReadOnlyList<MigrationStep> Steps { get; }

    /// <summary>The tables of models that are gone. They stay until <c>drop-table:&lt;table&gt;</c> is allowed.</summary>
    public IReadOnlyList<string> Kept { get; }

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Steps.Count == 0;

    /// <summary>What refuses the migration; empty when it may be applied.</summary>
    public IReadOnlyList<MigrationRisk> Refusals => [.. Steps.SelectMany(static step => step.Risks).Where(static risk => risk.Refuses)];

    /// <summary>Whether a table is copied or something is lost, so that a backup is made before.</summary>
    public bool NeedsBackup => Steps.Any(static step => step.Kind is MigrationStepKind.RebuildTable or MigrationStepKind.DropTable or MigrationStepKind.ChangeValues);

    /// <summary>What the Hive remembers of the schema afterwards.</summary>
    internal SchemaMemory Memory { get; init; } = SchemaMemory.Empty;

    /// <summary>The indexes and triggers of the file that the Hive made; others made the rest.</summary>
    internal IReadOnlySet<string> Made { get; init; } = SchemaMemory.Empty.Made;

    /// <summary>Whether the file holds nothing yet.</summary>
    internal bool IsNewFile { get; init; }

    /// <summary>Whether foreign keys must be off meanwhile.</summary>
    internal bool SuspendsForeignKeys => Steps.Any(static step => step.Kind is not (MigrationStepKind.Bookkeeping or MigrationStepKind.DropObject or MigrationStepKind.CreateTable or MigrationStepKind.AddColumn or MigrationStepKind.CreateObject));

    /// <summary>The plan as SQL with a comment a step, as it is executed.</summary>
    public string ToSql() => PlanText.Sql(this);

    /// <inheritdoc/>
    public override string ToString() => PlanText.Summary(this);

    internal MigrationPlan With(IReadOnlyList<MigrationStep> steps) => new(steps, Kept) { Memory = Memory, Made = Made, IsNewFile = IsNewFile };
}
