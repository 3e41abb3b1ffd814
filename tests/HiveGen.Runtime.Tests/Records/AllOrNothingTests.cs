using HiveGen.TestModels;
using Microsoft.Data.Sqlite;
using Xunit;

namespace HiveGen.Tests.Records;

/// <summary>
/// Transactions that an error undoes as a whole run with statements that keep half of themselves when they fail. Nothing of that
/// may ever be seen.
/// </summary>
public sealed class AllOrNothingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_failing_add_of_many_leaves_neither_rows_nor_lines_in_the_log()
    {
        await using GeneratedHive database = new();
        await database.Hive.Accounts.AddAsync(Account("taken"));
        await Assert.ThrowsAsync<HiveConstraintException>(async () => await database.Hive.Accounts.AddAsync([Account("first"), Account("taken"), Account("last")]));
        Assert.Equal(1, database.Hive.Accounts.All().Count());
        Assert.Equal(["users 1"], await database.CapturedAsync());
    }

    [Fact]
    public async Task A_failing_add_hurts_no_other_of_its_group_and_leaves_no_line_in_the_log()
    {
        await using GeneratedHive database = new();
        await database.Hive.Accounts.AddAsync(Account("taken"));
        Task<Account>[] adds = await Together<Task<Account>>(database.Hive, () => [.. new[] { "first", "taken", "last" }.Select(name => database.Hive.Accounts.AddAsync(Account(name)).AsTask())]);
        await Task.WhenAll(adds[0], adds[2]);
        HiveConstraintException error = await Assert.ThrowsAsync<HiveConstraintException>(() => adds[1]);
        Assert.Equal(["accounts.email"], error.Columns);
        Assert.Equal(3, database.Hive.Accounts.All().Count());
        Assert.Equal(["users 1", "users 1", "users 1"], await database.CapturedAsync());
    }

    [Fact]
    public async Task A_failing_set_hurts_no_other_of_its_group_and_leaves_no_line_in_the_log()
    {
        await using GeneratedHive database = new();
        await database.Hive.Accounts.AddAsync(Account("taken"));
        Account first = await database.Hive.Accounts.AddAsync(Account("first"));
        await database.CapturedAsync();
        Task<Account?>[] sets = await Together<Task<Account?>>(database.Hive, () =>
        [
            database.Hive.Accounts.SetAsync(first.Id, new Account.Changes { Name = "Ada", Email = "taken@example.com" }).AsTask(),
            database.Hive.Accounts.SetAsync(first.Id, new Account.Changes { Handle = "ada" }).AsTask(),
        ]);
        Account? stored = await sets[1];
        await Assert.ThrowsAsync<HiveConstraintException>(() => sets[0]);
        Assert.Equal((null, "ada", "first@example.com"), (stored!.Name, stored.Handle, stored.Email));
        Assert.Equal(["users 2"], await database.CapturedAsync());
    }

    [Fact]
    public async Task A_trigger_of_the_users_own_that_ignores_conflicts_still_ignores_them()
    {
        await using GeneratedHive database = new();
        await database.Hive.Sql.WriteAsync(static connection =>
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE plans (name TEXT PRIMARY KEY);
                CREATE TRIGGER plans_seen AFTER INSERT ON accounts BEGIN INSERT OR IGNORE INTO plans VALUES (NEW.subscription_plan); END
                """;
            return command.ExecuteNonQuery();
        });
        await database.Hive.Accounts.AddAsync([Account("first"), Account("second")]);
        await Task.WhenAll(await Together<Task<Account>>(database.Hive, () => [.. new[] { "third", "fourth" }.Select(name => database.Hive.Accounts.AddAsync(Account(name)).AsTask())]));
        Assert.Equal(4, database.Hive.Accounts.All().Count());
        Assert.Equal(["users 1", "users 1", "users 1", "users 1"], await database.CapturedAsync());
    }

    private static Account Account(string name) => new() { Email = name + "@example.com" };

    /// <summary>Starts writes while another holds the writer, so that they become one group.</summary>
    private static async Task<T[]> Together<T>(Hive hive, Func<T[]> start)
    {
        using ManualResetEventSlim started = new(), go = new();
        Task<bool> holding = Task.Run(() => hive.Sql.WriteAsync(_ =>
        {
            started.Set();
            return go.Wait(Patience);
        }).AsTask());
        Assert.True(started.Wait(Patience));
        T[] writes = start();
        go.Set();
        Assert.True(await holding);
        return writes;
    }
}
