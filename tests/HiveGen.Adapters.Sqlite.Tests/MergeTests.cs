using HiveGen.Targets;
using HiveGen.TestModels;

namespace HiveGen.Tests;

public sealed class MergeTests
{
    [Fact]
    public async Task Given_fields_are_merged_in_arrival_order()
    {
        await using Replica replica = new();
        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.Merge("u1", SyncOperation.Create, new AccountSync { Email = "a@x", Name = "Ann" })));
        Assert.Equal(["a@x|Ann|free|1|http"], replica.Read("SELECT email, name, subscription_plan, _version, _home FROM users"));
        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.Merge("u1", SyncOperation.Update, new AccountSync { Name = null, SubscriptionPlan = "pro" })));
        Assert.Equal(["a@x|NULL|pro|2"], replica.Read("SELECT email, name, subscription_plan, _version FROM users"));
    }

    [Fact]
    public async Task A_repeated_create_resets_nothing_that_is_stored()
    {
        await using Replica replica = new();
        await replica.SendAsync(Replica.Merge("u1", SyncOperation.Create, new AccountSync { Email = "a@x", SubscriptionPlan = "pro" }));
        await replica.SendAsync(Replica.Merge("u1", SyncOperation.Create, new AccountSync { Email = "b@x" }));
        Assert.Equal(["b@x|pro"], replica.Read("SELECT email, subscription_plan FROM users"));
    }

    [Fact]
    public async Task An_update_of_what_is_not_there_adds_it()
    {
        await using Replica replica = new();
        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.Merge("u1", SyncOperation.Update, new AccountSync { Name = "Ann" })));
        Assert.Equal(["u1|Ann|free"], replica.Read("SELECT id, name, subscription_plan FROM users_live"));
    }

    [Fact]
    public async Task A_create_revives_a_ghost_without_what_it_was_and_an_update_does_not()
    {
        await using Replica replica = new();
        await replica.SendAsync(Replica.Merge("u1", SyncOperation.Create, new AccountSync { Email = "a@x", Name = "Ann" }));
        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.Merge("u1", SyncOperation.Delete, null)));
        Assert.Equal(ItemStatus.Stale, await replica.StatusOf(Replica.Merge("u1", SyncOperation.Delete, null)));
        ItemOutcome update = await replica.SendAsync(Replica.Merge("u1", SyncOperation.Update, new AccountSync { Name = "Bea" }));
        Assert.Equal(new ItemOutcome(ItemStatus.Conflict, "users u1 was deleted here: an update cannot bring it back, a create can."), update);
        Assert.Empty(replica.Read("SELECT * FROM users_live"));
        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.Merge("u1", SyncOperation.Create, new AccountSync { Email = "c@x" })));
        Assert.Equal(["c@x|NULL|3"], replica.Read("SELECT email, name, _version FROM users"));
    }

    [Fact]
    public async Task A_row_of_a_Hive_is_not_merged_into()
    {
        await using Replica replica = new();
        await replica.SendAsync(Replica.User("u1", 9, "ours"));
        foreach (SyncItem item in new[] { Replica.Merge("u1", SyncOperation.Create, new AccountSync { Name = "x" }), Replica.Merge("u1", SyncOperation.Update, new AccountSync { Name = "x" }), Replica.Merge("u1", SyncOperation.Delete, null) })
        {
            Assert.Equal(ItemStatus.Conflict, await replica.StatusOf(item));
        }

        Assert.Equal(["ours|9"], replica.Read("SELECT name, _version FROM users"));
    }

    [Fact]
    public async Task A_batch_may_merge_one_record_twice()
    {
        await using Replica replica = new();
        SyncItem[] items = [Replica.Merge("u1", SyncOperation.Create, new AccountSync { Email = "a@x" }), Replica.Merge("u1", SyncOperation.Update, new AccountSync { Name = "Ann" })];
        await replica.Target.SendAsync(new SendBatch(items, null), CancellationToken.None);
        Assert.Equal(["a@x|Ann|2"], replica.Read("SELECT email, name, _version FROM users"));
    }
}
