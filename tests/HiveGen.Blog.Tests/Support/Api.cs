using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace HiveGen.Blog.Tests.Support;

/// <summary>Calls that many tests make.</summary>
internal static class Api
{
    public const string Password = "correct horse battery";

    public static object SignUp(string name) => new { email = name + "@example.com", name, handle = name, password = Password };

    /// <summary>Signs up and gives the account's id.</summary>
    public static async Task<string> SignUpAsync(this BlogServer server, string name)
    {
        using HttpResponseMessage response = await server.Client.PostAsJsonAsync("/accounts", SignUp(name));
        JsonElement account = await response.ReadAsync(HttpStatusCode.Created);
        return account.GetProperty("id").GetString()!;
    }

    /// <summary>Logs in, and sends the token from then on.</summary>
    public static async Task LogInAsync(this BlogServer server, string name)
    {
        using HttpResponseMessage response = await server.Client.PostAsJsonAsync("/sessions", new { email = name + "@example.com", password = Password });
        JsonElement session = await response.ReadAsync(HttpStatusCode.Created);
        server.SignIn(session.GetProperty("token").GetString()!);
    }

    /// <summary>Writes a post and gives its id.</summary>
    public static async Task<string> PostAsync(this BlogServer server, string title)
    {
        using HttpResponseMessage response = await server.Client.PostAsJsonAsync("/posts", new { title, content = "Text." });
        JsonElement post = await response.ReadAsync(HttpStatusCode.Created);
        return post.GetProperty("id").GetString()!;
    }

    /// <summary>Waits until everything written so far is in the replica.</summary>
    public static Task SyncedAsync(this BlogServer server) => server.Service<Hive>().Sync.WhenIdleAsync();

    /// <summary>The JSON of an answer that must have this status.</summary>
    public static async Task<JsonElement> ReadAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} instead of {(int)status}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Asserts problem details of this status that say this.</summary>
    public static async Task AssertProblemAsync(this HttpResponseMessage response, HttpStatusCode status, string says)
    {
        JsonElement problem = await response.ReadAsync(status);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(says, problem.GetProperty("detail").GetString(), StringComparison.OrdinalIgnoreCase);
    }
}
