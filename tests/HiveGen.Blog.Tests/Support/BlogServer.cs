using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Blog.Tests.Support;

/// <summary>The whole app as a user starts it, on a free port, with its databases in a folder of their own.</summary>
internal sealed class BlogServer : IAsyncDisposable
{
    public const string Secret = "a-secret-of-the-tests-0123456789abcdef";

    private readonly WebApplication app;

    private BlogServer(WebApplication app)
    {
        this.app = app;
        Url = app.Urls.Single();
        Client = new HttpClient { BaseAddress = new Uri(Url) };
    }

    public string Url { get; }

    public HttpClient Client { get; }

    public static async Task<BlogServer> StartAsync(TestFolder folder, params string[] settings)
    {
        WebApplication app = BlogApp.Build(
        [
            "--urls=http://127.0.0.1:0",
            "--environment=Production",
            "--Logging:LogLevel:Default=Warning",
            "--Hive:Path=" + folder.File("blog.db"),
            "--Hive:Targets:replica:Connection=Data Source=" + folder.File("replica.db"),
            "--SYNC_SECRET=" + Secret,
            .. settings,
        ]);
        await app.StartAsync();
        return new BlogServer(app);
    }

    public T Service<T>()
        where T : notnull
        => app.Services.GetRequiredService<T>();

    /// <summary>From now on requests carry this token.</summary>
    public void SignIn(string token) => Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
