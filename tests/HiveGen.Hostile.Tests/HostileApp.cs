using HiveGen.Targets;
using HiveGen.TestModels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HiveGen.Hostile.Tests;

/// <summary>The router over every synced test model, with a target that keeps what comes.</summary>
public static class HostileApp
{
    public static IReadOnlyList<SyncModel> Models { get; } = [.. Hive.Schema.Models.Select(static model => ((HiveModel)model).Sync).OfType<SyncModel>()];

    public static async Task<WebApplication> StartAsync(RecordingTarget target, IServer? server, Action<WebApplicationBuilder>? build = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("SYNC_SECRET", Attempt.Secret), new("HiveSync:RateLimit", "0"), new("HiveSync:MaxRemembered", "1000000")]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new HiveTargets(Models, [target]));
        builder.Services.AddHiveWeb(HiveJson.Instance);
        if (server is not null)
        {
            builder.Services.AddSingleton(server);
        }

        build?.Invoke(builder);
        WebApplication app = builder.Build();
        app.MapHiveSync();
        await app.StartAsync();
        return app;
    }
}
