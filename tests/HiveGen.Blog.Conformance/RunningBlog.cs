using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Blog;

/// <summary>The sample as a user starts it, with one target more, and a person who uses it over HTTP.</summary>
internal sealed class RunningBlog : IAsyncDisposable
{
    /// <summary>The target more.</summary>
    public const string Target = "target";

    private const string Password = "correct horse battery";

    private readonly WebApplication app;
    private readonly HttpClient client;

    private RunningBlog(WebApplication app)
    {
        this.app = app;
        client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public Hive Hive => app.Services.GetRequiredService<Hive>();

    /// <summary>Starts it in a folder, which may have its databases already.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="target">The settings of the target.</param>
    public static async Task<RunningBlog> StartAsync(string folder, IReadOnlyDictionary<string, string> target)
    {
        WebApplication app = BlogApp.Build(
        [
            // The settings files beside a test are those of whatever sample it references.
            $"--contentRoot={folder}",
            "--urls=http://127.0.0.1:0",
            "--environment=Production",
            "--Logging:LogLevel:Default=None",
            "--SYNC_SECRET=a-secret-of-the-tests-0123456789abcdef",
            $"--Hive:Path={Path.Combine(folder, "blog.db")}",
            "--Hive:Targets:replica:Adapter=Sqlite",
            $"--Hive:Targets:replica:Connection=Data Source={Path.Combine(folder, "replica.db")}",
            "--Hive:Dispatch:DrainTimeout=00:00:01",
            "--Hive:Dispatch:FirstRetry=00:00:00.05",
            "--Hive:Dispatch:LongestRetry=00:00:00.2",
            .. target.Select(static setting => $"--Hive:Targets:{Target}:{setting.Key}={setting.Value}"),
        ]);
        await app.StartAsync();
        return new RunningBlog(app);
    }

    /// <summary>Signs up and logs in.</summary>
    /// <returns>The id of the account.</returns>
    public async Task<string> JoinAsync(string name)
    {
        string id = await PostAsync("/accounts", new { email = $"{name}@example.com", name, handle = name, password = Password }, "id");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await PostAsync("/sessions", new { email = $"{name}@example.com", password = Password }, "token"));
        return id;
    }

    /// <summary>Writes a post, and comments on it.</summary>
    public async Task WriteAsync(string title)
    {
        string post = await PostAsync("/posts", new { title, content = "Grüße 🐝 " + title }, "id");
        await PostAsync($"/posts/{post}/comments", new { text = "First!" }, "id");
    }

    /// <summary>Changes the name of an account.</summary>
    public async Task RenameAsync(string id, string name)
    {
        using HttpResponseMessage answer = await client.PatchAsJsonAsync("/accounts/" + id, new { name });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Removes an account, and with it what it wrote.</summary>
    public async Task LeaveAsync(string id)
    {
        using HttpResponseMessage answer = await client.DeleteAsync("/accounts/" + id);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task<string> PostAsync(string path, object body, string wanted)
    {
        using HttpResponseMessage answer = await client.PostAsJsonAsync(path, body);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.GetProperty(wanted).GetString()!;
    }
}
