using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>A model of SQL: authors and their books, captured by triggers like the generator's.</summary>
public sealed class TestModel(string table, string columns, SyncModel? sync) : HiveModel
{
    public override string Name => table;

    public override string Table => table;

    public override IReadOnlyList<HiveColumn> Columns { get; } = [];

    public override string CreateTable { get; } = $"CREATE TABLE \"{table}\" ({columns}) STRICT";

    public override IReadOnlyList<SchemaObject> Indexes { get; } = [];

    public override IReadOnlyList<SchemaObject> Triggers { get; } =
    [
        Trigger(table, "add", "AFTER INSERT", "NEW", 1),
        Trigger(table, "set", "AFTER UPDATE", "NEW", 2),
        Trigger(table, "remove", "AFTER DELETE", "OLD", 3),
    ];

    public override IReadOnlyList<ModelLink> Links => LinkList;

    public override SyncModel? Sync => sync;

    public IReadOnlyList<ModelLink> LinkList { get; init; } = [];

    /// <summary>Authors, with these columns leaving the Hive.</summary>
    public static TestModel Authors(params string[] synced)
        => new("authors", "\"id\" TEXT NOT NULL PRIMARY KEY, \"name\" TEXT UNIQUE, \"note\" TEXT", new TestSync("authors", synced.Length == 0 ? ["id", "name", "note"] : synced));

    /// <summary>Books, removed with their author.</summary>
    public static TestModel Books()
        => new("books", "\"id\" TEXT NOT NULL PRIMARY KEY, \"author\" TEXT REFERENCES \"authors\" (\"id\") ON DELETE CASCADE, \"title\" TEXT", new TestSync("books", "id", "author", "title"))
        {
            LinkList = [new ModelLink("author", "authors", LinkAction.Cascade)],
        };

    private static SchemaObject Trigger(string table, string name, string when, string row, int op)
        => new($"{table}_hive_{name}", $"CREATE TRIGGER \"{table}_hive_{name}\" {when} ON \"{table}\" BEGIN\n  INSERT INTO \"_hive_change\" (\"model\", \"id\", \"op\") VALUES ('{table}', {row}.\"id\", {op});\nEND");
}
