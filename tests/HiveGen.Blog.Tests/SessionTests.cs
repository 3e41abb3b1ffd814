using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HiveGen.Blog.Tests.Support;
using Xunit;

namespace HiveGen.Blog.Tests;

public sealed class SessionTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private BlogServer server = null!;

    public async Task InitializeAsync()
    {
        server = await BlogServer.StartAsync(folder);
        await server.SignUpAsync("ada");
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("ada@example.com", "wrong password")]
    [InlineData("nobody@example.com", Api.Password)]
    public async Task A_wrong_login_is_refused_alike(string email, string password)
    {
        using HttpResponseMessage response = await server.Client.PostAsJsonAsync("/sessions", new { email, password });

        await response.AssertProblemAsync(HttpStatusCode.Unauthorized, "The email or the password is wrong.");
    }

    [Fact]
    public async Task The_token_itself_is_not_stored()
    {
        using HttpResponseMessage response = await server.Client.PostAsJsonAsync("/sessions", new { email = "ada@example.com", password = Api.Password });

        JsonElement session = await response.ReadAsync(HttpStatusCode.Created);
        string token = session.GetProperty("token").GetString()!;
        Assert.NotEqual(token, server.Service<Hive>().Sessions.All().Single().TokenHash);
    }

    [Fact]
    public async Task Without_a_token_nothing_can_be_written()
    {
        using HttpResponseMessage none = await server.Client.PostAsJsonAsync("/posts", new { title = "x" });
        server.SignIn("made-up");
        using HttpResponseMessage wrong = await server.Client.PostAsJsonAsync("/posts", new { title = "x" });

        await none.AssertProblemAsync(HttpStatusCode.Unauthorized, "Bearer");
        await wrong.AssertProblemAsync(HttpStatusCode.Unauthorized, "Bearer");
    }

    [Fact]
    public async Task An_expired_session_is_none()
    {
        await server.LogInAsync("ada");
        Hive hive = server.Service<Hive>();
        await hive.Sessions.All().SetAsync(new Session.Changes { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(-1) });

        using HttpResponseMessage response = await server.Client.PostAsJsonAsync("/posts", new { title = "x" });

        await response.AssertProblemAsync(HttpStatusCode.Unauthorized, "Bearer");
    }
}
