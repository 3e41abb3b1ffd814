using HiveGen.Adapters.Sqlite;
using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>What the generator would write for a table of texts.</summary>
public sealed class TestSqliteMap : SqliteMap
{
    private const string Guard = "excluded.\"_version\" > \"_version\" AND excluded.\"_home\" = \"_home\"";

    private readonly int fields;

    public TestSqliteMap(TestSync model)
    {
        string[] names = [.. model.Fields.Select(static field => $"\"{field.Column}\"")];
        string[] rest = names[1..];
        string guard = Guard.Replace("> \"", $"> \"{model.Name}\".\"", StringComparison.Ordinal).Replace("= \"", $"= \"{model.Name}\".\"", StringComparison.Ordinal);
        fields = names.Length;
        Columns = [.. model.Fields.Skip(1).Select(static field => new SchemaObject(field.Column, $"\"{field.Column}\" TEXT"))];
        CreateTable = $"CREATE TABLE IF NOT EXISTS \"{model.Name}\" (\"id\" TEXT NOT NULL PRIMARY KEY, {string.Join(", ", rest.Select(static name => name + " TEXT"))}, \"_version\" INTEGER NOT NULL, \"_deleted\" INTEGER NOT NULL DEFAULT 0, \"_home\" TEXT NOT NULL, \"_synced_at\" INTEGER NOT NULL) STRICT";
        CreateView = $"CREATE VIEW IF NOT EXISTS \"{model.Name}_live\" AS SELECT {string.Join(", ", names)} FROM \"{model.Name}\" WHERE \"_deleted\" = 0";
        Upsert = new PreparedSql($"""
            INSERT INTO "{model.Name}" ({string.Join(", ", names)}, "_version", "_deleted", "_home", "_synced_at")
            VALUES ({string.Join(", ", Enumerable.Range(1, fields).Select(static number => $"?{number}"))}, ?{fields + 1}, 0, ?{fields + 2}, ?{fields + 3})
            ON CONFLICT ("id") DO UPDATE SET {string.Join(", ", rest.Select(static name => $"{name} = excluded.{name}"))}, "_version" = excluded."_version", "_deleted" = 0, "_synced_at" = excluded."_synced_at"
            WHERE {guard}
            """);
        Delete = new PreparedSql($"""
            INSERT INTO "{model.Name}" ("id", "_version", "_deleted", "_home", "_synced_at") VALUES (?1, ?2, 1, ?3, ?4)
            ON CONFLICT ("id") DO UPDATE SET {string.Join(", ", rest.Select(static name => $"{name} = NULL"))}, "_version" = excluded."_version", "_deleted" = 1, "_synced_at" = excluded."_synced_at"
            WHERE {guard}
            """);
        SelectState = new PreparedSql($"""SELECT {string.Join(", ", names)}, "_version", "_deleted", "_home" FROM "{model.Name}" WHERE "id" = ?1""");
    }

    public override string CreateTable { get; }

    public override string CreateView { get; }

    public override IReadOnlyList<SchemaObject> Columns { get; }

    public override PreparedSql Upsert { get; }

    public override PreparedSql Delete { get; }

    public override PreparedSql SelectState { get; }

    public override void Bind(Statement statement, SyncRecord record)
    {
        for (int field = 0; field < fields; field++)
        {
            statement.Bind(field + 1, ((TestRecord)record)[field]);
        }
    }
}
