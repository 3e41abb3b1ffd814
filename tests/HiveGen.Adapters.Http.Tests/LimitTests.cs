using HiveGen.Adapters.Http;
using HiveGen.Adapters.Sqlite;
using HiveGen.Targets;
using HiveGen.TestModels;

namespace HiveGen.Tests;

public sealed class LimitTests : IDisposable
{
    private readonly TestFolder folder = new();

    private string Replica => folder.File("replica.db");

    [Fact]
    public async Task A_batch_too_long_for_the_router_goes_in_smaller_ones_and_a_record_too_long_alone_is_a_dead_letter()
    {
        // Characters that JSON spells with six bytes: what the router takes is not known before.
        string large = new('\u0001', 20_000);
        await using CentralApp central = await CentralApp.StartAsync(Replica, "HiveSync:MaxBatchBodyBytes=300000", "HiveSync:MaxBatchRecords=7");
        await using (Edge edge = new(folder.File("edge.db"), central.Url))
        {
            Account account = await edge.Hive.Accounts.AddAsync(new Account { Email = "a@x.example" });
            await edge.Hive.Posts.AddAsync(Enumerable.Range(0, 25).Select(number => new Post { Account = account.Id, Title = $"post {number}", Body = large }));
            await edge.Hive.Posts.AddAsync(new Post { Id = "pos_long", Account = account.Id, Title = "too long", Body = large + large + large });
            await edge.DrainAsync();
            Assert.Equal(1, edge.Status.Dead);
            Assert.Contains(edge.Log.Lines, static line => line.Contains("pos_long", StringComparison.Ordinal) && line.Contains("longer than 300000 bytes", StringComparison.Ordinal));
        }

        Assert.Equal("25", Sql.ReadOne(Replica, "SELECT count(*) FROM posts_live"));
        Assert.DoesNotContain(central.Log.Lines, static line => line.Contains("the most of one batch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_that_the_router_does_not_know_is_waited_for_and_costs_nothing()
    {
        string path = folder.File("edge.db");
        await using (CentralApp old = await CentralApp.StartAsync(new SqliteTarget("replica", Replica), [.. CentralApp.Models.Where(static model => model.Name != "posts")]))
        {
            await using Edge edge = new(path, old.Url);
            Account account = await edge.Hive.Accounts.AddAsync(new Account { Email = "a@x.example" });
            await edge.Hive.Posts.AddAsync(new Post { Account = account.Id, Title = "new" });
            TargetStatus status = await edge.UntilAsync(static status => status.Reason is not null);
            Assert.Contains("does not know the model posts", status.Reason, StringComparison.Ordinal);
            Assert.Equal((0, 0), (status.Dead, status.Parked));
            Assert.Equal(TargetFailure.Schema, Assert.Single(edge.Sender.Failures.Keys));
        }

        await using CentralApp deployed = await CentralApp.StartAsync(Replica);
        await using Edge again = new(path, deployed.Url);
        await again.DrainAsync();
        Assert.Equal(["new"], Sql.Read(Replica, "SELECT title FROM posts_live"));
    }

    [Fact]
    public async Task A_router_that_is_closed_to_other_Hives_says_which_option_opens_it()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica, "HiveSync:Hives=false");
        await using RouterTarget target = new("central", central.Url, new RouterTargetOptions { Secret = CentralApp.Secret });
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.PrepareAsync(CentralApp.Models, default));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Contains("HiveSync:Hives", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_router_behind_a_router_passes_on_what_the_originals_senders_write()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        await using CentralApp relay = await CentralApp.StartAsync(new RouterTarget("next", central.Url, new RouterTargetOptions { Secret = CentralApp.Secret }), CentralApp.Models);
        await PostAsync(relay, """{"model":"users","operation":"create","data":{"email":"a@x.example","name":"Ann"},"recordId":"u1"}""");
        await PostAsync(relay, """{"model":"users","operation":"update","data":{"name":"Bea"},"recordId":"u1"}""");
        await PostAsync(relay, """{"model":"users","operation":"create","data":{"email":"b@x.example"},"recordId":"u2"}""");
        await PostAsync(relay, """{"model":"users","operation":"delete","recordId":"u2"}""");
        Assert.Equal(["u1|a@x.example|Bea|http"], Sql.Read(Replica, "SELECT id, email, name, _home FROM users WHERE _deleted = 0"));
        Assert.Equal(["u2"], Sql.Read(Replica, "SELECT id FROM users WHERE _deleted = 1"));
    }

    public void Dispose() => folder.Dispose();

    private static async Task PostAsync(CentralApp app, string body)
    {
        using HttpClient client = new() { BaseAddress = new Uri(app.Url) };
        client.DefaultRequestHeaders.Add("X-Sync-Secret", CentralApp.Secret);
        using HttpResponseMessage answer = await client.PostAsync("/sync", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
