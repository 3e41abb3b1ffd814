using System.Net;
using System.Text;
using System.Text.Json;
using HiveGen.Blog.Tests.Support;
using Xunit;

namespace HiveGen.Blog.Tests;

public sealed class RouterTests : IAsyncLifetime
{
    // To the letter what the documentation shows with curl.
    private const string Body = """{"model":"users","operation":"create","data":{"bladeId":"test123","email":"test@example.com","name":"Test User"},"recordId":"test123","timestamp":1234567890}""";

    private readonly TestFolder folder = new();
    private BlogServer server = null!;

    public async Task InitializeAsync()
    {
        server = await BlogServer.StartAsync(folder);
        await server.SyncedAsync(); // the replica's tables are there
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_documented_call_works_as_it_stands()
    {
        using HttpResponseMessage response = await SyncAsync(Body);

        JsonElement answer = await response.ReadAsync(HttpStatusCode.OK);
        Assert.True(answer.GetProperty("success").GetBoolean());
        Assert.Equal("users", answer.GetProperty("model").GetString());
        Assert.Equal("create", answer.GetProperty("operation").GetString());
        Assert.Equal("test123", answer.GetProperty("recordId").GetString());
        Assert.True(answer.GetProperty("syncedAt").GetInt64() > 1_700_000_000_000);
        Assert.Equal("Test User", new Replica(folder).Scalar("SELECT name FROM users_live WHERE id = 'test123' AND email = 'test@example.com'"));
    }

    [Fact]
    public async Task What_comes_in_goes_to_the_replica_and_not_into_the_Hive()
    {
        using HttpResponseMessage response = await SyncAsync(Body);

        await response.ReadAsync(HttpStatusCode.OK);
        Assert.Null(server.Service<Hive>().Accounts.Get("test123"));
    }

    [Theory]
    [InlineData("""{"model":"users","operation":"create","data":{"name":"x"},"recordId":"a"}""", "email")]
    [InlineData("""{"model":"users","operation":"create","data":{"email":"a@example.com","passwordHash":"x"},"recordId":"a"}""", "passwordHash")]
    [InlineData("""{"model":"sessions","operation":"create","data":{},"recordId":"a"}""", "sessions")]
    [InlineData("""{"model":"users","operation":"replace","data":{},"recordId":"a"}""", "replace")]
    [InlineData("""{"model":"users","operation":"create","data":{"email":5},"recordId":"a"}""", "email")]
    [InlineData("""{"model":"users",""", "JSON")]
    public async Task A_wrong_body_is_refused_by_name_and_writes_nothing(string body, string says)
    {
        using HttpResponseMessage response = await SyncAsync(body);

        await response.AssertProblemAsync(HttpStatusCode.BadRequest, says);
        Assert.Equal(0L, new Replica(folder).Scalar("SELECT count(*) FROM users"));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        using HttpResponseMessage response = await SyncAsync(Body, "wrong");

        await response.ReadAsync(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpResponseMessage> SyncAsync(string body, string secret = BlogServer.Secret)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/sync") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Sync-Secret", secret);
        return await server.Client.SendAsync(request);
    }
}
