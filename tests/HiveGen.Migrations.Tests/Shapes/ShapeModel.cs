using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>What the generator would have made of a shape.</summary>
internal sealed class ShapeModel(ModelShape shape) : HiveModel
{
    public override string Name => char.ToUpperInvariant(Table[0]) + Table[1..];

    public override string Table => shape.Table;

    public override IReadOnlyList<string> FormerTables => shape.Former;

    public override IReadOnlyList<HiveColumn> Columns { get; } =
    [
        .. shape.Columns.Select(column => new HiveColumn(column.Name, column.Name, Kind(column), column.Nullable, column.IsId ? ColumnRole.Id : ColumnRole.Value, shape.Synced, column.Type) { FormerNames = column.Former }),
    ];

    public override string CreateTable { get; } =
        $"CREATE TABLE \"{shape.Table}\" (\n  {string.Join(",\n  ", shape.Columns.Select(static column => column.Sql).Concat(shape.Checks.Select(static check => $"CHECK ({check})")))}\n) STRICT";

    public override IReadOnlyList<SchemaObject> Indexes { get; } =
    [
        .. shape.Columns.Where(static column => column.Unique).Select(column => Index(shape.Table, true, column.Name)),
        .. shape.Columns.Where(static column => !column.Unique && (column.Index || column.Link is not null)).Select(column => Index(shape.Table, false, column.Name)),
        .. shape.Keys.Select(key => Index(shape.Table, key.Unique, key.Columns)),
    ];

    public override IReadOnlyList<SchemaObject> Triggers { get; } = shape.Synced
        ?
        [
            Trigger(shape.Table, "add", "AFTER INSERT", "NEW", 1, ""),
            Trigger(shape.Table, "set", "AFTER UPDATE", "NEW", 2, "\nWHEN " + string.Join(" OR ", shape.Columns.Select(static column => $"OLD.\"{column.Name}\" IS NOT NEW.\"{column.Name}\""))),
            Trigger(shape.Table, "remove", "AFTER DELETE", "OLD", 3, ""),
        ]
        : [];

    public override IReadOnlyList<ModelLink> Links { get; } =
        [.. shape.Columns.Where(static column => column.Link is not null).Select(static column => new ModelLink(column.Name, column.Link!, column.OnDelete))];

    public override SyncModel? Sync => null;

    private static SqlKind Kind(ColumnShape column) => column.SqlType switch { "TEXT" => SqlKind.Text, "REAL" => SqlKind.Real, "BLOB" => SqlKind.Blob, _ => SqlKind.Integer };

    private static SchemaObject Index(string table, bool unique, params string[] columns)
    {
        string name = $"{table}_{string.Join('_', columns)}{(unique ? "_unique" : "")}";
        return new SchemaObject(name, $"CREATE {(unique ? "UNIQUE " : "")}INDEX \"{name}\" ON \"{table}\" ({string.Join(", ", columns.Select(static column => $"\"{column}\""))})");
    }

    private static SchemaObject Trigger(string table, string name, string when, string row, int operation, string condition)
        => new($"{table}_hive_{name}", $"CREATE TRIGGER \"{table}_hive_{name}\" {when} ON \"{table}\"{condition} BEGIN\n  INSERT INTO \"_hive_change\" (\"model\", \"id\", \"op\") VALUES ('{table}', {row}.\"id\", {operation});\nEND");
}
