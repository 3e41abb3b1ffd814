namespace HiveGen;

/// <summary>A column of a model's table.</summary>
/// <param name="Name">The name in SQL, unquoted.</param>
/// <param name="Property">The C# property.</param>
/// <param name="Kind">SQLite's type.</param>
/// <param name="Nullable">Whether NULL may stand in it.</param>
/// <param name="Role">What the Hive itself does with it.</param>
/// <param name="Synced">Whether it leaves the Hive.</param>
/// <param name="Definition">Its text in CREATE TABLE, with which it can be added to an existing table.</param>
/// <param name="Json">Whether its text is a JSON value, which may be spelled in several ways.</param>
public sealed record HiveColumn(string Name, string Property, SqlKind Kind, bool Nullable, ColumnRole Role, bool Synced, string Definition, bool Json = false);
