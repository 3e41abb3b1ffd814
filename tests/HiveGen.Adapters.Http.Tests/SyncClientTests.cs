using HiveGen.Adapters.Http;
using HiveGen.Targets;
using HiveGen.TestModels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Tests;

public sealed class SyncClientTests : IDisposable
{
    private readonly TestFolder folder = new();

    private string Replica => folder.File("replica.db");

    [Fact]
    public async Task One_record_is_created_changed_and_deleted()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        using SyncClient client = Client(central.Url);
        SyncResult created = await client.SyncToDatabaseAsync("users", SyncOperation.Create, new AccountSync { Email = "a@x.example", Name = "Ann" }, "u1");
        Assert.True(created.Success, created.Error);
        Assert.Equal((ItemStatus.Applied, "u1"), (created.Status, created.RecordId));
        Assert.NotNull(created.SyncedAt);

        // Only what was set is sent: the name stays, and an e-mail of null would be refused.
        Assert.True((await client.SyncToDatabaseAsync("users", SyncOperation.Update, new AccountSync { Handle = "ann" }, "u1")).Success);
        Assert.Equal(["u1|a@x.example|Ann|ann"], Sql.Read(Replica, "SELECT id, email, name, handle FROM users_live"));
        Assert.True((await client.SyncToDatabaseAsync("users", SyncOperation.Delete, null, "u1")).Success);
        Assert.Empty(Sql.Read(Replica, "SELECT id FROM users_live"));
    }

    [Fact]
    public async Task A_batch_tells_of_each_record_in_the_routers_words()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        using SyncClient client = Client(central.Url);
        SyncBatchResult result = await client.BatchSyncToDatabaseAsync("users", SyncOperation.Create,
        [
            new("u1", new AccountSync { Email = "a@x.example" }),
            new("u2", new AccountSync { Email = "no address" }),
            new("u3", new AccountSync { Email = "c@x.example" }),
        ]);
        Assert.Equal((false, 2, 1, 3), (result.Success, result.Successful, result.Failed, result.Total));
        Assert.Equal(ItemStatus.Permanent, result.Results[1].Status);
        Assert.Contains("email", result.Results[1].Error, StringComparison.Ordinal);
        Assert.Equal(["u1", "u3"], Sql.Read(Replica, "SELECT id FROM users_live ORDER BY 1"));
        Assert.True((await client.BatchSyncToDatabaseAsync("users", SyncOperation.Delete, [new("u1"), new("u3")])).Success);
        Assert.True((await client.BatchSyncToDatabaseAsync("users", SyncOperation.Delete, [])).Success);
    }

    [Fact]
    public async Task A_refusal_is_told_and_not_thrown()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        using SyncClient client = Client(central.Url);
        SyncResult refused = await client.SyncToDatabaseAsync("users", SyncOperation.Create, new AccountSync { Email = "no address" }, "u1");
        Assert.Equal((false, ItemStatus.Permanent), (refused.Success, refused.Status));
        Assert.Contains("email", refused.Error, StringComparison.Ordinal);

        Assert.True((await client.SyncToDatabaseAsync("users", SyncOperation.Create, new AccountSync { Email = "a@x.example" }, "u2")).Success);
        await client.SyncToDatabaseAsync("users", SyncOperation.Delete, null, "u2");
        Assert.Equal(ItemStatus.Conflict, (await client.SyncToDatabaseAsync("users", SyncOperation.Update, new AccountSync { Name = "late" }, "u2")).Status);
    }

    [Fact]
    public async Task An_outage_and_a_missing_secret_are_told_and_not_thrown()
    {
        string nowhere;
        await using (FixedServer gone = await FixedServer.StartAsync(static _ => Task.CompletedTask))
        {
            nowhere = gone.Url;
        }

        using SyncClient lost = Client(nowhere);
        SyncResult outage = await lost.SyncToDatabaseAsync("users", SyncOperation.Delete, null, "u1");
        Assert.Equal(ItemStatus.Retry, outage.Status);
        Assert.Contains(nowhere, outage.Error, StringComparison.Ordinal);

        await using FixedServer busy = await FixedServer.StartAsync(static context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "9";
            return Task.CompletedTask;
        });
        using SyncClient throttled = Client(busy.Url);
        SyncBatchResult later = await throttled.BatchSyncToDatabaseAsync("users", SyncOperation.Delete, [new("u1"), new("u2")]);
        Assert.All(later.Results, static result => Assert.Equal((ItemStatus.Retry, TimeSpan.FromSeconds(9)), (result.Status, result.RetryAfter)));

        using SyncClient silent = new(nowhere, CentralApp.Models, new RouterTargetOptions { Secret = "" });
        Assert.Contains("SyncClient:Secret", (await silent.SyncToDatabaseAsync("users", SyncOperation.Delete, null, "u1")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_is_tried_again_with_its_key_is_done_once()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        await using FaultProxy proxy = await FaultProxy.StartAsync(central.Url);
        using SyncClient client = Client(proxy.Url);
        Assert.True((await client.SyncToDatabaseAsync("users", SyncOperation.Create, new AccountSync { Email = "a@x.example" }, "u1")).Success);
        proxy.Script = static request => request.Number == 2 ? Fault.DropAfter : Fault.None;
        AccountSync change = new() { Name = "Ann" };
        Assert.Equal(ItemStatus.Retry, (await client.SyncToDatabaseAsync("users", SyncOperation.Update, change, "u1", "key-of-the-call-1")).Status);
        string version = Sql.ReadOne(Replica, "SELECT _version FROM users");
        Assert.True((await client.SyncToDatabaseAsync("users", SyncOperation.Update, change, "u1", "key-of-the-call-1")).Success);
        Assert.Equal(version, Sql.ReadOne(Replica, "SELECT _version FROM users"));
    }

    [Fact]
    public async Task What_is_wrong_with_the_call_itself_is_thrown()
    {
        using SyncClient client = Client("http://localhost:1");
        Assert.Contains("users", (await Assert.ThrowsAsync<ArgumentException>(() => client.SyncToDatabaseAsync("user", SyncOperation.Delete, null, "u1"))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => client.SyncToDatabaseAsync("users", SyncOperation.Create, new PostSync(), "u1"));
        await Assert.ThrowsAsync<ArgumentException>(() => client.SyncToDatabaseAsync("users", SyncOperation.Create, null, "u1"));
        await Assert.ThrowsAsync<ArgumentException>(() => client.SyncToDatabaseAsync("countries", SyncOperation.Delete, null, "no number"));
        foreach (string key in new[] { "", "schlüssel", "two words", new string('k', 256) })
        {
            Assert.Equal("idempotencyKey", (await Assert.ThrowsAsync<ArgumentException>(() => client.SyncToDatabaseAsync("users", SyncOperation.Delete, null, "u1", key))).ParamName);
            Assert.Equal("idempotencyKey", (await Assert.ThrowsAsync<ArgumentException>(() => client.BatchSyncToDatabaseAsync("users", SyncOperation.Delete, [new("u1")], key))).ParamName);
        }
    }

    [Fact]
    public async Task It_is_registered_and_reads_the_seeds_variables()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        ServiceCollection services = new();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("BLADE_PUBLIC_URL", central.Url), new("SYNC_SECRET", CentralApp.Secret + ",an-older-one-0123456789")]).Build());
        services.AddSingleton(new HiveTargets(CentralApp.Models, []));
        RouterAdapter.Register(services);
        await using ServiceProvider provider = services.BuildServiceProvider();
        ISyncClient client = provider.GetRequiredService<ISyncClient>();
        SyncResult result = await client.SyncToDatabaseAsync("users", SyncOperation.Create, new AccountSync { Email = "a@x.example" }, "u1");
        Assert.True(result.Success, result.Error);
    }

    public void Dispose() => folder.Dispose();

    private static SyncClient Client(string url) => new(url, CentralApp.Models, new RouterTargetOptions { Secret = CentralApp.Secret });
}
