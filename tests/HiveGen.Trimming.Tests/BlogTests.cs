using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Xunit;

namespace HiveGen.Trimming.Tests;

/// <summary>The Blog does everything it does, trimmed.</summary>
[Collection("published")]
public sealed class BlogTests(PublishedApps apps)
{
    private readonly PublishedApp blog = apps.Blog;

    [Fact]
    public void Publishing_the_Blog_trimmed_gives_no_IL_warning() => Assert.DoesNotContain("warning IL", blog.PublishLog, StringComparison.Ordinal);

    [Fact]
    public async Task People_sign_up_log_in_write_and_comment()
    {
        JsonNode account = await SignUpAsync("writer");
        JsonNode session = await PostAsync("/sessions", new JsonObject { ["email"] = "writer@example.com", ["password"] = "correct horse" });
        JsonNode post = await PostAsync("/posts", new JsonObject { ["title"] = "Bees", ["content"] = "They dance." }, session["token"]!.GetValue<string>());
        JsonNode comment = await PostAsync($"/posts/{post["id"]}/comments", new JsonObject { ["text"] = "So they do." }, session["token"]!.GetValue<string>());

        JsonNode page = (await blog.Client.GetFromJsonAsync<JsonNode>($"/posts?author={account["id"]}"))!;
        Assert.Equal("Bees", Assert.Single(page["posts"]!.AsArray())!["title"]!.GetValue<string>());
        Assert.Equal(post["id"]!.GetValue<string>(), page["posts"]![0]!["id"]!.GetValue<string>());
        Assert.Equal("So they do.", comment["text"]!.GetValue<string>());
        Assert.Null(account["passwordHash"]);
    }

    [Fact]
    public async Task A_change_is_kept_to_what_was_given()
    {
        JsonNode account = await SignUpAsync("changer");

        HttpResponseMessage changed = await blog.Client.PatchAsJsonAsync($"/accounts/{account["id"]}", new JsonObject { ["name"] = null });
        JsonNode now = (await blog.Client.GetFromJsonAsync<JsonNode>($"/accounts/{account["id"]}"))!;

        Assert.True(changed.IsSuccessStatusCode, await changed.Content.ReadAsStringAsync());
        Assert.Null(now["name"]);
        Assert.Equal("changer@example.com", now["email"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_refused_says_which_field()
    {
        await SignUpAsync("taken");

        HttpResponseMessage missing = await blog.Client.PostAsJsonAsync("/accounts", new JsonObject { ["password"] = "correct horse" });
        HttpResponseMessage taken = await blog.Client.PostAsJsonAsync("/accounts", new JsonObject { ["email"] = "taken@example.com", ["password"] = "correct horse" });

        Assert.Equal(HttpStatusCode.BadRequest, missing.StatusCode);
        Assert.Equal("is required.", (await missing.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!["email"]![0]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        Assert.Equal("is taken.", (await taken.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!["email"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Its_document_and_its_router_work()
    {
        JsonNode document = (await blog.Client.GetFromJsonAsync<JsonNode>("/openapi/v1.json"))!;
        HttpResponseMessage sent = await blog.Client.PostAsJsonAsync("/sync", new JsonObject { ["model"] = "users", ["operation"] = "create", ["recordId"] = "usr_http", ["data"] = new JsonObject { ["email"] = "http@example.com" } });

        Assert.NotNull(document["paths"]!["/sync"]!["post"]);
        Assert.NotNull(document["components"]!["schemas"]!["SignUp"]!["properties"]!["password"]);
        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_is_written_reaches_the_replica()
    {
        await SignUpAsync("synced");

        using CancellationTokenSource timeout = new(TimeSpan.FromMinutes(1));
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(50)); // the app is another process: nothing there can be awaited
        while (!HasArrived("synced@example.com"))
        {
            await timer.WaitForNextTickAsync(timeout.Token);
        }
    }

    private Task<JsonNode> SignUpAsync(string name)
        => PostAsync("/accounts", new JsonObject { ["email"] = name + "@example.com", ["name"] = name, ["handle"] = name, ["password"] = "correct horse" });

    private async Task<JsonNode> PostAsync(string path, JsonNode body, string? token = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        HttpResponseMessage answer = await blog.Client.SendAsync(request);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private bool HasArrived(string email)
    {
        using SqliteConnection replica = new(new SqliteConnectionStringBuilder { DataSource = Path.Combine(blog.Work, "replica.db"), Pooling = false }.ToString());
        replica.Open();
        using SqliteCommand command = replica.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = 'users_live'";
        if ((long)command.ExecuteScalar()! == 0)
        {
            return false; // the app has not prepared its target yet
        }

        command.CommandText = "SELECT count(*) FROM users_live WHERE email = $email";
        command.Parameters.AddWithValue("$email", email);
        return (long)command.ExecuteScalar()! == 1;
    }
}
