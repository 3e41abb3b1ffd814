using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HiveGen.Blog.Tests.Support;
using Xunit;

namespace HiveGen.Blog.Tests;

public sealed class DevelopmentSecretTests
{
    [Fact]
    public async Task In_Development_a_random_secret_is_made_kept_and_taken()
    {
        using TestFolder folder = new();
        using TestFolder other = new();
        string made = await SecretOfAsync(folder);
        Assert.Equal(made, await SecretOfAsync(folder));
        Assert.NotEqual(made, await SecretOfAsync(other));
        Assert.True(made.Length >= 32, made);
    }

    [Fact]
    public async Task Elsewhere_nothing_is_made_up_and_the_router_refuses()
    {
        using TestFolder folder = new();
        await using BlogServer server = await BlogServer.StartAsync(folder, "--SYNC_SECRET=");
        Assert.Equal(HttpStatusCode.Unauthorized, await SyncAsync(server, "anything"));
        Assert.False(File.Exists(folder.File("sync-secret.json")));
    }

    private static async Task<string> SecretOfAsync(TestFolder folder)
    {
        await using BlogServer server = await BlogServer.StartAsync(folder, "--environment=Development", "--SYNC_SECRET=");
        using JsonDocument kept = JsonDocument.Parse(await File.ReadAllTextAsync(folder.File("sync-secret.json")));
        string secret = kept.RootElement.GetProperty("SYNC_SECRET").GetString()!;
        Assert.Equal(HttpStatusCode.OK, await SyncAsync(server, secret));
        Assert.Equal(HttpStatusCode.Unauthorized, await SyncAsync(server, secret + "0"));
        return secret;
    }

    private static async Task<HttpStatusCode> SyncAsync(BlogServer server, string secret)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/sync")
        {
            Content = JsonContent.Create(new { model = "users", operation = "create", recordId = "acc_1", data = new { email = "a@example.com" } }),
        };
        request.Headers.Add("X-Sync-Secret", secret);
        using HttpResponseMessage response = await server.Client.SendAsync(request);
        return response.StatusCode;
    }
}
