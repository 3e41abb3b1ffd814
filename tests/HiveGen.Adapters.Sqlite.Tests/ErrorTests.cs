using HiveGen.Adapters.Sqlite;
using HiveGen.Targets;
using HiveGen.TestModels;
using Microsoft.Data.Sqlite;

namespace HiveGen.Tests;

public sealed class ErrorTests
{
    private static async Task<TargetException> RefusedAsync(SqliteTarget target)
        => await Assert.ThrowsAsync<TargetException>(async () => await target.PrepareAsync([Replica.Users], CancellationToken.None));

    [Fact]
    public async Task A_file_that_is_no_database_is_a_configuration_failure_that_names_it()
    {
        await using Replica replica = new();
        await System.IO.File.WriteAllTextAsync(replica.Path, new string('x', 5000));
        TargetException refused = await RefusedAsync(replica.Target);
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Contains(replica.Path, refused.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await System.IO.File.ReadAllTextAsync(replica.Path));
    }

    [Fact]
    public async Task A_row_whose_parent_is_missing_waits_for_it()
    {
        await using Replica replica = new();
        await replica.Target.PrepareAsync([Replica.Users], CancellationToken.None);
        // A mirror has no foreign keys; somebody adds one, for which there is no parent.
        Sql.Execute(replica.Path, "PRAGMA foreign_keys = OFF; CREATE TABLE plans (id TEXT PRIMARY KEY); ALTER TABLE users ADD COLUMN plan_id TEXT DEFAULT 'gold' REFERENCES plans (id)");
        ItemOutcome refused = await replica.SendAsync(Replica.User("u1", 1, "Ann"));
        Assert.Equal(ItemStatus.Dependency, refused.Status);
        Assert.Contains("link is broken", refused.Error, StringComparison.Ordinal);
        Sql.Execute(replica.Path, "INSERT INTO plans VALUES ('gold')");
        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.User("u1", 1, "Ann")));
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_a_configuration_failure_and_heals()
    {
        await using Replica replica = new();
        string folder = replica.File("missing");
        await using SqliteTarget target = new("t", Path.Combine(folder, "replica.db"));
        TargetException refused = await RefusedAsync(target);
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Contains("check that its folder exists", refused.Message, StringComparison.Ordinal);
        Directory.CreateDirectory(folder);
        await target.PrepareAsync([Replica.Users], CancellationToken.None);
    }

    [Fact]
    public async Task A_setting_of_the_connection_string_is_obeyed()
    {
        await using Replica replica = new();
        await using SqliteTarget target = new("t", $"Data Source={replica.Path};Mode=ReadWrite");
        TargetException refused = await RefusedAsync(target);
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.False(System.IO.File.Exists(replica.Path));
        await replica.Target.PrepareAsync([Replica.Users], CancellationToken.None);
        await target.PrepareAsync([Replica.Users], CancellationToken.None);
    }

    [Fact]
    public async Task A_Hive_is_refused_as_a_target()
    {
        await using Replica replica = new();
        await Hive.Open(new HiveOptions { Path = replica.Path }).DisposeAsync();
        TargetException refused = await RefusedAsync(replica.Target);
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Contains("is a Hive itself", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_of_another_program_is_transient()
    {
        await using Replica replica = new(new SqliteTargetOptions { BusyTimeout = TimeSpan.FromMilliseconds(20) });
        await replica.Target.PrepareAsync([Replica.Users], CancellationToken.None);
        using (SqliteConnection other = Sql.Open(replica.Path))
        using (SqliteTransaction held = other.BeginTransaction())
        {
            TargetException refused = await Assert.ThrowsAsync<TargetException>(() => replica.SendAsync(Replica.User("u1", 1, "x")));
            Assert.Equal(TargetFailure.Transient, refused.Failure);
            held.Rollback();
        }

        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.User("u1", 1, "x")));
    }

    [Fact]
    public async Task A_row_that_is_refused_is_permanent_and_the_others_are_written()
    {
        await using Replica replica = new();
        await replica.Target.PrepareAsync([Replica.Users], CancellationToken.None);
        Sql.Execute(replica.Path, "CREATE TRIGGER rule BEFORE INSERT ON users WHEN NEW.name = 'bad' BEGIN SELECT RAISE(ABORT, 'we want no bad names'); END");
        IReadOnlyList<ItemOutcome> outcomes = await replica.Target.SendAsync(new SendBatch([Replica.User("u1", 1, "a"), Replica.User("u2", 1, "bad"), Replica.User("u3", 1, "c")], null), CancellationToken.None);
        Assert.Equal([ItemStatus.Applied, ItemStatus.Permanent, ItemStatus.Applied], outcomes.Select(static outcome => outcome.Status));
        Assert.Contains("we want no bad names", outcomes[1].Error, StringComparison.Ordinal);
        Assert.Equal(["u1", "u3"], replica.Read("SELECT id FROM users ORDER BY id"));
    }

    [Fact]
    public async Task A_missing_column_is_a_schema_failure_that_preparing_heals()
    {
        await using Replica replica = new();
        await replica.Target.PrepareAsync([Replica.Users], CancellationToken.None);
        Sql.Execute(replica.Path, "DROP VIEW users_live; ALTER TABLE users DROP COLUMN name");
        TargetException refused = await Assert.ThrowsAsync<TargetException>(() => replica.SendAsync(Replica.User("u1", 1, "x")));
        Assert.Equal(TargetFailure.Schema, refused.Failure);
        await replica.Target.PrepareAsync([Replica.Users], CancellationToken.None);
        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.User("u1", 1, "x")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Nonsense=1")]
    public void A_connection_without_a_file_is_refused(string connection)
        => Assert.ThrowsAny<ArgumentException>(() => new SqliteTarget("t", connection));
}
