namespace HiveGen.Migrations;

/// <summary>A table, index, trigger or view of a file.</summary>
internal sealed record StoredObject(string Type, string Name, string Table, string Sql);
