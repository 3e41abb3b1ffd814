using HiveGen.Targets;

namespace HiveGen.Tests.Storage;

/// <summary>A model of SQL alone, as much as storage needs to know.</summary>
internal sealed class TestModel(string table, params string[] columns) : HiveModel
{
    public override string Name { get; } = char.ToUpperInvariant(table[0]) + table[1..];

    public override string Table { get; } = table;

    public override IReadOnlyList<HiveColumn> Columns { get; } = [];

    public override string CreateTable { get; } = $"CREATE TABLE \"{table}\" (\n  {string.Join(",\n  ", columns)}\n) STRICT";

    public override IReadOnlyList<SchemaObject> Indexes => IndexList;

    public override IReadOnlyList<SchemaObject> Triggers => TriggerList;

    public override IReadOnlyList<ModelLink> Links => LinkList;

    public override SyncModel? Sync => null;

    public IReadOnlyList<SchemaObject> IndexList { get; init; } = [];

    public IReadOnlyList<SchemaObject> TriggerList { get; init; } = [];

    public IReadOnlyList<ModelLink> LinkList { get; init; } = [];

    /// <summary>Notes: an id, a text, and a log of what was added.</summary>
    public static TestModel Notes { get; } = new("notes", "\"id\" INTEGER PRIMARY KEY", "\"text\" TEXT NOT NULL UNIQUE CHECK (\"text\" <> 'bad')")
    {
        TriggerList =
        [
            new("notes_hive_add", """
                CREATE TRIGGER "notes_hive_add" AFTER INSERT ON "notes" BEGIN
                  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('notes', NEW."id", 1);
                END
                """),
        ],
    };
}
