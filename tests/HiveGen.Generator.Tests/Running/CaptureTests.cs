using HiveGen.TestModels;
using Microsoft.Data.Sqlite;

namespace HiveGen.Generator.Tests;

/// <summary>The capture triggers, driven by SQL as another program would write it.</summary>
public sealed class CaptureTests : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public CaptureTests()
    {
        connection.Open();
        Execute("CREATE TABLE \"_hive_change\" (\"seq\" INTEGER PRIMARY KEY AUTOINCREMENT, \"model\" TEXT NOT NULL, \"id\" ANY NOT NULL, \"op\" INTEGER NOT NULL, \"origin\" TEXT) STRICT");
        foreach (HiveModel model in Hive.Schema.Models)
        {
            Execute(model.CreateTable);
            foreach (SchemaObject made in model.Indexes.Concat(model.Triggers))
            {
                Execute(made.Sql);
            }
        }

        Execute("INSERT INTO accounts (id, email, handle, created_at, updated_at) VALUES ('a', 'a@x', 'ha', 1, 1), ('b', 'b@x', 'hb', 1, 1)");
        Execute("INSERT INTO memberships (id, account, team, updated_at) VALUES ('m1', 'a', 'red', 1), ('m2', 'b', 'red', 1)");
        Execute("INSERT INTO countries (id, code, name) VALUES (7, 'FI', 'Finland')");
        Execute("DELETE FROM _hive_change");
    }

    [Theory]
    [InlineData("INSERT INTO accounts (id, email, created_at, updated_at) VALUES ('c', 'c@x', 1, 1)", "users c 1")]
    [InlineData("UPDATE accounts SET name = 'Ada' WHERE id = 'a'", "users a 2")]
    [InlineData("UPDATE accounts SET name = name WHERE id = 'a'", "")]
    [InlineData("UPDATE accounts SET password_hash = 'secret' WHERE id = 'a'", "")]
    [InlineData("DELETE FROM memberships WHERE id = 'm1'", "memberships m1 3")]
    [InlineData("UPDATE memberships SET id = 'm9' WHERE id = 'm1'", "memberships m1 3, memberships m9 2")]
    [InlineData("INSERT INTO countries (code, name) VALUES ('SE', 'Sweden')", "countries 8 1")]
    [InlineData("UPDATE countries SET name = 'Suomi' WHERE id = 7", "countries 7 2")]
    [InlineData("INSERT INTO sessions (id, account, token, expires_at) VALUES ('s', 'a', 't', 1)", "")]
    public void A_change_of_what_is_synced_is_logged(string sql, string expected)
    {
        Execute(sql);
        Assert.Equal(expected, Log());
    }

    [Theory]
    [InlineData("INSERT OR REPLACE INTO accounts (id, email, created_at, updated_at) VALUES ('c', 'b@x', 1, 1)", "users b 3", "users c 1")]
    [InlineData("INSERT OR REPLACE INTO countries (id, code, name) VALUES (9, 'FI', 'Finland')", "countries 7 3", "countries 9 1")]
    [InlineData("INSERT OR REPLACE INTO memberships (id, account, team, updated_at) VALUES ('m3', 'b', 'red', 1)", "memberships m2 3", "memberships m3 1")]
    [InlineData("UPDATE OR REPLACE memberships SET account = 'b' WHERE id = 'm1'", "memberships m2 3", "memberships m1 2")]
    [InlineData("UPDATE OR REPLACE memberships SET id = 'm2' WHERE id = 'm1'", "memberships m1 3", "memberships m2 2")]
    public void Rows_that_REPLACE_deletes_without_a_trigger_are_logged(string sql, string removed, string written)
    {
        Execute("PRAGMA recursive_triggers = OFF; PRAGMA foreign_keys = OFF");
        Execute(sql);

        List<string> log = [.. Log().Split(", ")];

        Assert.Contains(removed, log);
        Assert.Equal(written, log[^1]);
    }

    [Fact]
    public void The_removals_of_a_cascade_are_logged()
    {
        Execute("PRAGMA foreign_keys = ON");
        Execute("DELETE FROM memberships; INSERT INTO posts (id, account, title, created_at, updated_at) VALUES ('p', 'a', 't', 1, 1); INSERT INTO comments (id, post, author, text, created_at) VALUES ('c1', 'p', 'b', 'x', 1); DELETE FROM _hive_change");

        Execute("DELETE FROM accounts WHERE id = 'b'");
        Assert.Equal("comments c1 2, users b 3", Sorted());

        Execute("DELETE FROM _hive_change; DELETE FROM accounts WHERE id = 'a'");
        Assert.Equal("comments c1 3, posts p 3, users a 3", Sorted());
    }

    public void Dispose() => connection.Dispose();

    private string Sorted() => string.Join(", ", Log().Split(", ").Order(StringComparer.Ordinal));

    private string Log()
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(group_concat(model || ' ' || id || ' ' || op, ', '), '') FROM (SELECT * FROM _hive_change ORDER BY seq)";
        return (string)command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
