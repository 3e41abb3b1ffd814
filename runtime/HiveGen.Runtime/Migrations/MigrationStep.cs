namespace HiveGen;

/// <summary>One step of a migration. Immutable.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Table">The table, by its new name.</param>
/// <param name="Summary">What it does, in words.</param>
/// <param name="Sql">The statements, in order.</param>
public sealed record MigrationStep(MigrationStepKind Kind, string Table, string Summary, IReadOnlyList<string> Sql)
{
    /// <summary>What it may lose.</summary>
    public IReadOnlyList<MigrationRisk> Risks { get; init; } = [];

    /// <summary>The model whose SQL this is; null for the Hive's own.</summary>
    internal HiveModel? Model { get; init; }

    /// <summary>Whether it gives synced columns other values, so that the targets must have every record again.</summary>
    internal bool Resends { get; init; }
}
