using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using HiveGen.Targets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HiveGen.AspNetCore.Tests;

/// <summary>An app with the router on a real Kestrel at a free port of this machine.</summary>
public sealed class RouterApp : IAsyncDisposable
{
    public const string Secret = "a-secret-for-tests-0123456789";

    private readonly WebApplication app;

    private RouterApp(WebApplication app, MemoryTarget target, FakeTimeProvider clock, LogLines log)
    {
        this.app = app;
        Target = target;
        Clock = clock;
        Log = log;
        Address = new Uri(app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public MemoryTarget Target { get; }

    public FakeTimeProvider Clock { get; }

    public LogLines Log { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Starts an app; <paramref name="settings"/> are lines such as <c>HiveSync:RateLimit=0</c>.</summary>
    public static async Task<RouterApp> StartAsync(
        string[]? settings = null, string environment = "Production", MemoryTarget? target = null, Action<WebApplicationBuilder>? build = null, Action<WebApplication>? map = null)
    {
        target ??= new MemoryTarget("memory");
        FakeTimeProvider clock = new();
        LogLines log = new();
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection((settings ?? ["SYNC_SECRET=" + Secret, "HiveSync:RateLimit=0"])
            .Select(static line => KeyValuePair.Create(line.Split('=', 2)[0], (string?)line.Split('=', 2)[1])));
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(new HiveTargets([new UserModel(), new ThingModel()], [target]));
        builder.Services.AddHiveWeb(TestJson.Default);
        build?.Invoke(builder);
        WebApplication app = builder.Build();
        (map ?? (static app => app.MapHiveSync()))(app);
        await app.StartAsync();
        return new RouterApp(app, target, clock, log);
    }

    /// <summary>Changes a setting of the running app, as an edited file would.</summary>
    public void Configure(string key, string value)
    {
        IConfigurationRoot root = (IConfigurationRoot)Services.GetRequiredService<IConfiguration>();
        root[key] = value;
        root.Reload();
    }

    public Task<Answer> SyncAsync(string body, string? secret = Secret) => PostAsync("/sync", body, secret);

    public Task<Answer> BatchAsync(string body, string? secret = Secret) => PostAsync("/sync/batch", body, secret);

    public Task<Answer> PostAsync(string path, string body, string? secret = Secret, Action<HttpRequestMessage>? change = null)
        => PostAsync(path, new ByteArrayContent(Encoding.UTF8.GetBytes(body)), secret, change);

    public async Task<Answer> PostAsync(string path, HttpContent content, string? secret = Secret, Action<HttpRequestMessage>? change = null)
    {
        content.Headers.ContentType ??= new MediaTypeHeaderValue("application/json");
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = content };
        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Sync-Secret", secret);
        }

        change?.Invoke(request);
        using HttpResponseMessage response = await Client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(text.Length > 0 || (int)response.StatusCode < 500, string.Join('\n', Log.Lines.Where(static line => line.StartsWith("Error", StringComparison.Ordinal))));
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), text, text.Length == 0 ? null : JsonNode.Parse(text), response.Headers);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
