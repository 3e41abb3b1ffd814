namespace HiveGen;

/// <summary>A column of a model's table.</summary>
/// <param name="Name">The name in SQL, unquoted.</param>
/// <param name="Property">The C# property.</param>
/// <param name="Kind">SQLite's type.</param>
/// <param name="Nullable">Whether NULL may stand in it.</param>
/// <param name="Role">What the Hive itself does with it.</param>
/// <param name="Synced">Whether it leaves the Hive.</param>
/// <param name="Type">The type as migrations compare it, finer than SQLite's: <c>int32</c>, <c>decimal(2)</c>, <c>enum(Draft,Published)</c>.</param>
public sealed record HiveColumn(string Name, string Property, SqlKind Kind, bool Nullable, ColumnRole Role, bool Synced, string Type)
{
    /// <summary>The names it had before, the newest first, from <c>[RenamedFrom]</c>.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>Whether its text is a JSON value, which may be spelled in several ways.</summary>
    public bool Json => Type == "json";
}
