using HiveGen.Adapters.Sqlite;
using HiveGen.Targets;
using HiveGen.TestModels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HiveGen.Tests;

/// <summary>Another machine's app: the router on a real Kestrel, and a SQLite file behind it.</summary>
internal sealed class CentralApp : IAsyncDisposable
{
    public const string Secret = "a-secret-for-tests-0123456789";

    private readonly WebApplication app;

    private CentralApp(WebApplication app, LogLines log)
    {
        this.app = app;
        Log = log;
    }

    public static IReadOnlyList<SyncModel> Models { get; } = [.. Hive.Schema.Models.Select(static model => model.Sync).OfType<SyncModel>()];

    public string Url => app.Urls.Single();

    public LogLines Log { get; }

    /// <summary>Endpoints that a version of before did not have.</summary>
    public IReadOnlyList<string?> Missing { get; set; } = [];

    public static Task<CentralApp> StartAsync(string replica, params string[] settings) => StartAsync(new SqliteTarget("replica", replica), Models, settings);

    /// <summary>Starts one; settings are lines such as <c>HiveSync:RequireSignature=true</c>.</summary>
    public static Task<CentralApp> StartAsync(HiveTarget target, IReadOnlyList<SyncModel> models, params string[] settings) => StartAsync(new HiveTargets(models, [target]), settings);

    /// <summary>Starts one with these targets.</summary>
    public static async Task<CentralApp> StartAsync(HiveTargets targets, params string[] settings)
    {
        LogLines log = new();
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.Sources.Clear();
        string[] all = ["SYNC_SECRET=" + Secret, "HiveSync:RateLimit=0", .. settings];
        builder.Configuration.AddInMemoryCollection(all.Select(static line => KeyValuePair.Create(line.Split('=', 2)[0], (string?)line.Split('=', 2)[1])));
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(targets);
        builder.Services.AddHiveWeb(HiveJson.Instance);
        WebApplication app = builder.Build();
        CentralApp central = new(app, log);
        app.Use((context, next) =>
        {
            if (!central.Missing.Contains(context.Request.Path.Value))
            {
                return next(context);
            }

            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        app.MapHiveSync();
        await app.StartAsync();
        return central;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
