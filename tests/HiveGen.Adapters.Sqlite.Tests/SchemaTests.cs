using HiveGen.Targets;

namespace HiveGen.Tests;

public sealed class SchemaTests
{
    [Fact]
    public async Task Preparing_makes_tables_and_views_and_preparing_again_changes_nothing()
    {
        await using Replica replica = new();
        SyncModel[] models = [.. TestModels.Hive.Schema.Models.Select(static model => model.Sync).OfType<SyncModel>()];
        await replica.Target.PrepareAsync(models, CancellationToken.None);
        List<string> first = replica.Read("SELECT name, sql FROM sqlite_schema ORDER BY name");
        await replica.Target.PrepareAsync(models, CancellationToken.None);
        Assert.Equal(first, replica.Read("SELECT name, sql FROM sqlite_schema ORDER BY name"));
        foreach (SyncModel model in models)
        {
            Assert.Single(first, row => row.StartsWith(model.Name + "|", StringComparison.Ordinal));
            Assert.Equal(model.Fields.Select(static field => field.Column), replica.Read($"SELECT name FROM pragma_table_info('{model.Name}_live')"));
        }

        Assert.Equal(["wal"], replica.Read("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Missing_columns_are_added_and_the_view_shows_them()
    {
        await using Replica replica = new();
        Sql.Execute(replica.Path, """
            CREATE TABLE users (id TEXT NOT NULL PRIMARY KEY, email TEXT, _version INTEGER NOT NULL, _deleted INTEGER NOT NULL DEFAULT 0, _home TEXT NOT NULL, _synced_at INTEGER NOT NULL) STRICT;
            CREATE VIEW users_live AS SELECT id, email FROM users WHERE _deleted = 0;
            INSERT INTO users VALUES ('u1', 'a@x', 3, 0, 'hive_1', 0);
            """);
        await replica.Target.PrepareAsync([Replica.Users], CancellationToken.None);
        Assert.Equal(["u1|a@x|NULL"], replica.Read("SELECT id, email, name FROM users_live"));
        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.User("u1", 4, "Ann")));
        Assert.Equal(["Ann"], replica.Read("SELECT name FROM users_live"));
    }

    [Fact]
    public async Task A_column_of_another_type_holds_the_target_up_and_costs_no_record_until_it_is_dropped()
    {
        await using Replica replica = new();
        Sql.Execute(replica.Path, """
            CREATE TABLE users (id TEXT NOT NULL PRIMARY KEY, name INTEGER, _version INTEGER NOT NULL, _deleted INTEGER NOT NULL DEFAULT 0, _home TEXT NOT NULL, _synced_at INTEGER NOT NULL) STRICT;
            """);
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await replica.Target.PrepareAsync([Replica.Users], CancellationToken.None));
        Assert.Equal(TargetFailure.Schema, refused.Failure);
        Assert.Contains("\"name\" of \"users\" is INTEGER here, and the app now sends TEXT", refused.Message, StringComparison.Ordinal);
        Sql.Execute(replica.Path, "DROP VIEW IF EXISTS users_live; ALTER TABLE users DROP COLUMN name");
        await replica.Target.PrepareAsync([Replica.Users], CancellationToken.None);
        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.User("u1", 4, "Ann")));
        Assert.Equal(["Ann"], replica.Read("SELECT name FROM users_live"));
    }

    [Theory]
    [InlineData("id TEXT NOT NULL, name TEXT, _version INTEGER NOT NULL, _deleted INTEGER NOT NULL DEFAULT 0, _home TEXT NOT NULL, _synced_at INTEGER NOT NULL, PRIMARY KEY (id, name)", "\"id\" of \"users\" is no key of its own here")]
    [InlineData("id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, _version INTEGER NOT NULL, _deleted INTEGER NOT NULL DEFAULT 0, _home TEXT NOT NULL, _synced_at INTEGER NOT NULL", "\"name\" of \"users\" is NOT NULL here")]
    [InlineData("id INTEGER NOT NULL PRIMARY KEY, name TEXT, _version INTEGER NOT NULL, _deleted INTEGER NOT NULL DEFAULT 0, _home TEXT NOT NULL, _synced_at INTEGER NOT NULL", "\"id\" of \"users\" is INTEGER here, and the app now sends TEXT")]
    public async Task A_table_that_could_not_take_every_row_is_told(string columns, string told)
    {
        await using Replica replica = new();
        Sql.Execute(replica.Path, $"CREATE TABLE users ({columns})");
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await replica.Target.PrepareAsync([Replica.Users], CancellationToken.None));
        Assert.Equal(TargetFailure.Schema, refused.Failure);
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_another_program_is_refused_and_left_alone()
    {
        await using Replica replica = new();
        Sql.Execute(replica.Path, "CREATE TABLE users (id TEXT, secret TEXT); INSERT INTO users VALUES ('1', 'x')");
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await replica.Target.PrepareAsync([Replica.Users], CancellationToken.None));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Contains("\"users\" is another program's", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["1|x"], replica.Read("SELECT * FROM users"));
        Assert.Equal(["users"], replica.Read("SELECT name FROM sqlite_schema"));
    }
}
