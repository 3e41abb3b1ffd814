namespace HiveGen;

/// <summary>A row breaks a rule of its table: a unique key that is taken, a link to nothing, a failed check. Nothing was written.</summary>
public sealed class HiveConstraintException(string message, int sqliteCode) : HiveStorageException(message, sqliteCode)
{
    /// <summary>The columns of the rule, each as <c>table.column</c>; empty where SQLite does not name them (checks, links to what is removed).</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];
}
