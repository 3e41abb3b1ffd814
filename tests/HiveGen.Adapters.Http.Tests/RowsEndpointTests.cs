using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using HiveGen.Adapters.Http;
using HiveGen.Adapters.Sqlite;
using HiveGen.Targets;
using HiveGen.TestModels;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Tests;

/// <summary>What the endpoints for comparisons give, to whom, and what they refuse.</summary>
public sealed class RowsEndpointTests : IDisposable
{
    private static readonly SyncModel Users = CentralApp.Models.Single(static model => model.Name == "users");
    private static readonly SyncModel Types = CentralApp.Models.Single(static model => model.Name == "all_types");

    private readonly TestFolder folder = new();

    private string Replica => folder.File("replica.db");

    [Fact]
    public async Task A_home_is_shown_nothing_of_another()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        await using RouterTarget target = await FillAsync(central, ("hive_a", 3), ("hive_b", 2));
        Assert.Equal(3, (await target.DigestAsync(Users, "hive_a", 16, default)).Sum(static digest => digest.Count));
        Assert.Equal(0, (await target.DigestAsync(Users, "hive_c", 16, default)).Sum(static digest => digest.Count));
        HashSet<int> all = [.. Enumerable.Range(0, 16)];
        Assert.Equal(["hive_b-0", "hive_b-1"], Ids(await target.ReadBucketsAsync(Users, "hive_b", 16, all, int.MaxValue, default)));
        SqlValue[] ids = [SqlValue.From("hive_a-0"), SqlValue.From("hive_b-0"), SqlValue.From("nobody")];
        Assert.Equal(["hive_a-0"], Ids(await target.ReadRowsAsync(Users, "hive_a", ids, default)));
    }

    [Fact]
    public async Task More_rows_than_an_answer_holds_come_in_several_and_no_more_than_were_asked_for()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica, "HiveSync:MaxBatchRecords=1");
        await using RouterTarget target = await FillAsync(central, ("hive_a", 250));
        HashSet<int> all = [.. Enumerable.Range(0, 64)];
        Assert.Equal(250, Ids(await target.ReadBucketsAsync(Users, "hive_a", 64, all, 250, default)).Distinct().Count());
        TargetException many = await Assert.ThrowsAsync<TargetException>(async () => await target.ReadBucketsAsync(Users, "hive_a", 64, all, 249, default));
        Assert.Equal(TargetFailure.TooLarge, many.Failure);
        TargetException one = await Assert.ThrowsAsync<TargetException>(async () => await target.ReadBucketsAsync(Users, "hive_a", 1, new HashSet<int> { 0 }, int.MaxValue, default));
        Assert.Equal(TargetFailure.TooLarge, one.Failure);
        Assert.Contains("more than 100 rows", one.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await target.ReadRowsAsync(Users, "hive_a", [SqlValue.From("hive_a-1"), SqlValue.From("hive_a-2"), SqlValue.From("hive_a-3")], default)).Count);
    }

    [Fact]
    public async Task A_router_whose_target_cannot_be_compared_says_so()
    {
        await using CentralApp central = await CentralApp.StartAsync(new WatchedTarget(new SqliteTarget("replica", Replica)) { Readable = false }, CentralApp.Models);
        await using RouterTarget target = Target(central.Url);
        await target.PrepareAsync(CentralApp.Models, default);
        Assert.False(target.CanVerify);
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.DigestAsync(Users, "hive_a", 16, default));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.EndsWith("its adapter does not read them.", refused.Message, StringComparison.Ordinal);

        await using Edge edge = new(folder.File("edge.db"), central.Url);
        HiveException told = await Assert.ThrowsAsync<HiveException>(() => edge.VerifyAsync());
        Assert.Contains("RebuildAsync(\"central\")", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_router_of_an_older_version_is_told_by_a_clear_error()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        central.Missing = ["/sync/digest", "/sync/rows"];
        await using Edge edge = new(folder.File("edge.db"), central.Url);
        await edge.Hive.Accounts.AddAsync(new Account { Email = "a@x.example" });
        await edge.DrainAsync();
        TargetException old = await Assert.ThrowsAsync<TargetException>(() => edge.VerifyAsync());
        Assert.Equal(TargetFailure.Configuration, old.Failure);
        Assert.Contains("it is of an older version of HiveGen", old.Message, StringComparison.Ordinal);
        // Once it is deployed, nobody has to start the sender again.
        central.Missing = [];
        Assert.True((await edge.VerifyAsync()).Equal);
    }

    [Fact]
    public async Task An_older_router_does_not_say_whether_it_compares_and_is_asked()
    {
        await using FixedServer server = await FixedServer.StartAsync(static context =>
            context.Response.WriteAsJsonAsync(new JsonObject { ["protocol"] = 1, ["remembersCursor"] = true, ["maxRecords"] = 10, ["maxBytes"] = 1000, ["models"] = new JsonObject() }));
        await using RouterTarget target = Target(server.Url);
        await target.PrepareAsync([], default);
        Assert.True(target.CanVerify);
    }

    [Theory]
    [InlineData("""{"digests":[{"bucket":16,"count":1,"hash":"0000000000000000","minVersion":1,"maxVersion":1}]}""")]
    [InlineData("""{"digests":[{"bucket":-1,"count":1,"hash":"0000000000000000","minVersion":1,"maxVersion":1}]}""")]
    [InlineData("""{"digests":[{"bucket":1,"count":1,"hash":"00000000000000000","minVersion":1,"maxVersion":1}]}""")]
    [InlineData("""{"digests":[{"bucket":1,"count":1,"hash":null,"minVersion":1,"maxVersion":1}]}""")]
    [InlineData("""{"digests":[{"bucket":1,"count":1e30,"hash":"0000000000000000","minVersion":1,"maxVersion":1}]}""")]
    [InlineData("""{"digests":{}}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    public async Task A_broken_answer_is_a_failure_of_the_target(string answer)
    {
        await using FixedServer server = await FixedServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer)).AsTask();
        });
        await using RouterTarget target = Target(server.Url);
        TargetException broken = await Assert.ThrowsAsync<TargetException>(async () => await target.DigestAsync(Users, "hive_a", 16, default));
        Assert.Equal(TargetFailure.Transient, broken.Failure);
        await Assert.ThrowsAsync<TargetException>(async () => await target.ReadRowsAsync(Users, "hive_a", [SqlValue.From("a")], default));
    }

    [Theory]
    [InlineData("digest", "{}", "model", "home", "layout", "buckets")]
    [InlineData("rows", "{}", "model", "home", "layout", "wanted")]
    [InlineData("digest", """{"model":"nothings","home":"h","layout":"L","buckets":1}""", "model")]
    [InlineData("digest", """{"model":null,"home":"h","layout":"L","buckets":1}""", "model")]
    [InlineData("digest", """{"model":["users"],"home":"h","layout":"L","buckets":1}""", "model")]
    [InlineData("digest", """{"model":"users","model":"users","home":"h","layout":"L","buckets":1}""", "model")]
    [InlineData("digest", """{"model":"users","home":"","layout":"L","buckets":1}""", "home")]
    [InlineData("digest", """{"model":"users","home":"http","layout":"L","buckets":1}""", "home")]
    [InlineData("digest", """{"model":"users","home":"a' OR 1=1","layout":"L","buckets":1}""", "home")]
    [InlineData("digest", """{"model":"users","home":"\ud800","layout":"L","buckets":1}""", "home")]
    [InlineData("digest", """{"model":"users","home":"h","layout":"1 id:Text:0","buckets":1}""", "layout")]
    [InlineData("digest", """{"model":"users","home":"h","layout":"L","buckets":0}""", "buckets")]
    [InlineData("digest", """{"model":"users","home":"h","layout":"L","buckets":-1}""", "buckets")]
    [InlineData("digest", """{"model":"users","home":"h","layout":"L","buckets":16385}""", "buckets")]
    [InlineData("digest", """{"model":"users","home":"h","layout":"L","buckets":99999999999}""", "buckets")]
    [InlineData("digest", """{"model":"users","home":"h","layout":"L","buckets":"1"}""", "buckets")]
    [InlineData("digest", """{"model":"users","home":"h","layout":"L","buckets":1,"extra":1}""", "extra")]
    [InlineData("rows", """{"model":"users","home":"h","layout":"L","buckets":4,"wanted":[4]}""", "wanted")]
    [InlineData("rows", """{"model":"users","home":"h","layout":"L","buckets":4,"wanted":[-1]}""", "wanted")]
    [InlineData("rows", """{"model":"users","home":"h","layout":"L","buckets":4,"wanted":["0"]}""", "wanted[0]")]
    [InlineData("rows", """{"model":"users","home":"h","layout":"L","buckets":4,"wanted":[0],"ids":["a"]}""", "wanted")]
    [InlineData("rows", """{"model":"users","home":"h","layout":"L","buckets":4,"ids":["a"]}""", "buckets")]
    [InlineData("rows", """{"model":"users","home":"h","layout":"L","wanted":[0]}""", "buckets")]
    [InlineData("rows", """{"model":"users","home":"h","layout":"L","ids":[1]}""", "ids")]
    [InlineData("rows", """{"model":"users","home":"h","layout":"L","ids":["a",null]}""", "ids[1]")]
    [InlineData("rows", """{"model":"users","home":"h","layout":"L","ids":[{"a":[]}]}""", "ids[0]")]
    [InlineData("rows", """{"model":"users","home":"h","layout":"L","ids":["\udfff"]}""", "ids[0]")]
    [InlineData("rows", """{"model":"users","home":"h","layout":"L","ids":[1.5]}""", "ids[0]")]
    [InlineData("rows", """{"model":"users","home":"h","layout":"L","ids":["a","b","c","d"]}""", "ids")]
    public async Task A_hostile_body_is_refused_by_the_names_of_its_fields(string endpoint, string body, params string[] fields)
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica, "HiveSync:MaxBatchRecords=3");
        (int status, JsonNode answer) = await PostAsync(central, endpoint, body.Replace("\"L\"", $"\"{RowHash.Layout(Users)}\"", StringComparison.Ordinal));
        Assert.Equal(400, status);
        Assert.Equal(fields.Order(StringComparer.Ordinal), answer["errors"]!.AsObject().Select(static error => error.Key).Order(StringComparer.Ordinal));
        Assert.All(fields, field => Assert.Contains(field, (string)answer["error"]!, StringComparison.Ordinal));
        if (fields is ["layout"] or ["home"])
        {
            Assert.Equal(fields is ["layout"] ? "other_layout" : null, (string?)answer["code"]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"model\":")]
    [InlineData("{\"model\":[[[[[[[[[[]]]]]]]]]]}")]
    public async Task A_body_that_is_none_is_refused(string body)
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        Assert.Equal(400, (await PostAsync(central, "digest", body)).Status);
        Assert.Equal(400, (await PostAsync(central, "rows", body)).Status);
    }

    [Fact]
    public async Task Without_the_secret_nothing_is_told()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        string body = $$"""{"model":"users","home":"h","layout":"{{RowHash.Layout(Users)}}","buckets":1}""";
        Assert.Equal(200, (await PostAsync(central, "digest", body)).Status);
        Assert.Equal(401, (await PostAsync(central, "digest", body, secret: "another-secret-0123456789")).Status);
        Assert.Equal(401, (await PostAsync(central, "rows", body, secret: "another-secret-0123456789")).Status);
    }

    [Fact]
    public async Task Another_layout_at_the_router_waits_for_a_deploy_instead_of_a_false_report()
    {
        await using FixedServer server = await FixedServer.StartAsync(static context =>
        {
            context.Response.StatusCode = 400;
            return context.Response.WriteAsJsonAsync(new JsonObject { ["error"] = "layout is another", ["code"] = "other_layout", ["errors"] = new JsonObject() });
        });
        await using RouterTarget target = Target(server.Url);
        TargetException other = await Assert.ThrowsAsync<TargetException>(async () => await target.DigestAsync(Users, "hive_a", 16, default));
        Assert.Equal(TargetFailure.Schema, other.Failure);
        Assert.NotEqual(RowHash.Layout(Users), RowHash.Layout(Types));
    }

    public void Dispose() => folder.Dispose();

    private static RouterTarget Target(string url) => new("central", url, new RouterTargetOptions { Secret = CentralApp.Secret });

    private static async Task<RouterTarget> FillAsync(CentralApp central, params (string Home, int Rows)[] homes)
    {
        RouterTarget target = Target(central.Url);
        await target.PrepareAsync(CentralApp.Models, default);
        foreach ((string home, int rows) in homes)
        {
            SyncItem[] items = [.. Enumerable.Range(0, rows).Select(row => User($"{home}-{row}", home))];
            foreach (SyncItem[] part in items.Chunk(target.MaxBatch))
            {
                Assert.All(await target.SendAsync(new SendBatch(part, null), default), static outcome => Assert.Equal(ItemStatus.Applied, outcome.Status));
            }
        }

        return target;
    }

    private static SyncItem User(string id, string home)
    {
        AccountSync record = new() { Id = id, Email = id + "@x.example" };
        Users.FillDefaults(record, DateTimeOffset.UnixEpoch);
        return new SyncItem(Users, SqlValue.From(id), id, 10, home, record);
    }

    private static string[] Ids(IReadOnlyList<RowDigest> rows) => [.. rows.Select(static row => row.Id.Text!).Order(StringComparer.Ordinal)];

    private static async Task<(int Status, JsonNode Answer)> PostAsync(CentralApp central, string endpoint, string body, string secret = CentralApp.Secret)
    {
        using HttpClient client = new();
        using HttpRequestMessage request = new(HttpMethod.Post, $"{central.Url}/sync/{endpoint}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Sync-Secret", secret);
        using HttpResponseMessage response = await client.SendAsync(request);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }
}
