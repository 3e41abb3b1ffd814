using HiveGen.TestModels;
using Microsoft.Data.Sqlite;
using Xunit;

namespace HiveGen.Tests.Records;

public sealed class SyncedSetTests : IAsyncLifetime
{
    private readonly GeneratedHive generated = new();
    private Account account = null!;

    private Hive Hive => generated.Hive;

    public async Task InitializeAsync()
    {
        account = await Hive.Accounts.AddAsync(new Account { Email = "a@example.com", Name = "Ada" });
        Assert.Equal(["users 1"], await generated.CapturedAsync());
        generated.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public Task DisposeAsync() => generated.DisposeAsync().AsTask();

    [Fact]
    public async Task A_synced_column_moves_the_time_and_is_captured()
    {
        Account? set = await Hive.Accounts.SetAsync(account.Id, new() { Name = "Eve", PasswordHash = "h" });
        Assert.Equal(generated.Clock.GetUtcNow(), set!.UpdatedAt);
        Assert.Equal(["users 2"], await generated.CapturedAsync());
    }

    [Fact]
    public async Task A_local_column_alone_does_neither()
    {
        Account? set = await Hive.Accounts.SetAsync(account.Id, new() { PasswordHash = "h" });
        Assert.Equal((account.UpdatedAt, "h"), (set!.UpdatedAt, set.PasswordHash));
        await Hive.Accounts.SetAsync(account.Id, new() { PasswordHash = "i", Name = "Ada" });
        Assert.Empty(await generated.CapturedAsync());
        Assert.Equal(account.UpdatedAt, Hive.Accounts.Get(account.Id)!.UpdatedAt);
    }

    [Fact]
    public async Task A_model_that_is_not_synced_is_not_captured()
    {
        Session session = await Hive.Sessions.AddAsync(new Session { Account = account.Id, Token = "t" });
        await Hive.Sessions.SetAsync(session.Id, new() { Token = "u" });
        await Hive.Sessions.RemoveAsync(session.Id);
        Assert.Empty(await generated.CapturedAsync());
    }

    [Fact]
    public async Task What_links_remove_is_captured_too()
    {
        await Hive.Posts.AddAsync([new Post { Account = account.Id, Title = "1" }, new Post { Account = account.Id, Title = "2" }]);
        await generated.CapturedAsync();
        await Hive.Accounts.RemoveAsync(account.Id);
        Assert.Equal(["posts 3", "posts 3", "users 3"], (await generated.CapturedAsync()).Order());
    }

    [Fact]
    public async Task What_is_written_by_hand_is_captured_too()
    {
        await Hive.Sql.WriteAsync(static connection =>
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "UPDATE \"accounts\" SET \"name\" = 'x'; DELETE FROM \"accounts\"";
            command.ExecuteNonQuery();
        });
        Assert.Equal(["users 2", "users 3"], await generated.CapturedAsync());
    }

    [Fact]
    public async Task Nothing_is_captured_of_a_batch_that_fails()
    {
        await Assert.ThrowsAsync<HiveConstraintException>(async () => await Hive.BatchAsync(b =>
        {
            b.Set(account.Id, new Account.Changes { Name = "x" });
            b.Add(new Account { Email = account.Email });
        }));
        Assert.Empty(await generated.CapturedAsync());
    }
}
