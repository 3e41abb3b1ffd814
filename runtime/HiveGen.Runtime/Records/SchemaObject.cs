namespace HiveGen;

/// <summary>An index or a trigger of the Hive's file.</summary>
/// <param name="Name">Its name in <c>sqlite_schema</c>.</param>
/// <param name="Sql">The statement that makes it.</param>
public sealed record SchemaObject(string Name, string Sql);
