using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HiveGen.Tests;

/// <summary>An app with a Hive, a router and a target that does what the test says, on a real Kestrel.</summary>
internal sealed class ObservedApp : IAsyncDisposable
{
    public const string Secret = "a-secret-for-tests-0123456789";

    private readonly TestFolder folder;
    private readonly WebApplication app;

    private ObservedApp(WebApplication app, TestFolder folder, MoodyTarget target, LogLines log)
    {
        this.app = app;
        this.folder = folder;
        Target = target;
        Log = log;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public MoodyTarget Target { get; }

    public LogLines Log { get; }

    public IServiceProvider Services => app.Services;

    public Hive Hive => app.Services.GetRequiredService<Hive>();

    public IMeterFactory Meters => app.Services.GetRequiredService<IMeterFactory>();

    public static async Task<ObservedApp> StartAsync(Action<WebApplicationBuilder>? build = null, Action<HiveBuilder>? hive = null, Action<WebApplication>? map = null, params (string Key, string Value)[] settings)
    {
        TestFolder folder = new();
        LogLines log = new();
        MoodyTarget target = new("moody");
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(settings.Select(static one => KeyValuePair.Create(one.Key, (string?)one.Value)).Append(new("Hive:Path", folder.File("hive.db"))).DistinctBy(static one => one.Key));
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddMetrics();
        builder.Services.AddHiveWeb(HiveJson.Instance);
        builder.AddHive(one =>
        {
            one.AddTarget(target.Name, _ => target);
            hive?.Invoke(one);
        });
        build?.Invoke(builder);
        WebApplication app = builder.Build();
        (map ?? (static app => app.MapHiveSync()))(app);
        await app.StartAsync();
        return new ObservedApp(app, folder, target, log);
    }

    public async Task StopAsync() => await app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Dispose();
    }
}
