using System.Text;
using HiveGen.Targets;
using Microsoft.AspNetCore.Connections;

namespace HiveGen.RouterBench;

/// <summary>The two .NET servers: the same Kestrel, without logging.</summary>
internal static class Server
{
    public static void Run(string kind, int port, bool inline) => Make(kind, port, inline, null).Run();

    /// <summary>The app, not started.</summary>
    public static WebApplication Make(string kind, int port, bool inline, MemoryTransport? transport)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(port);
            kestrel.AddServerHeader = false;
        });
        if (transport is null)
        {
            builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = inline);
        }
        else
        {
            builder.Services.AddSingleton<IConnectionListenerFactory>(transport);
        }

        builder.Logging.ClearProviders(); if (Environment.GetEnvironmentVariable("BLOG") == "1") builder.Logging.AddConsole();
        if (kind == "hivegen")
        {
            builder.Configuration.AddInMemoryCollection([new("SYNC_SECRET", Load.Secret), new("HiveSync:RateLimit", "0")]);
            builder.Services.AddRoutingCore();
            builder.Services.AddSingleton(new HiveTargets([User.Schema.Instance.Sync!], [new NothingTarget()]));
            builder.Services.AddHiveWeb(HiveJson.Instance);
        }

        WebApplication app = builder.Build();
        if (kind == "hivegen")
        {
            app.MapHiveSync();
        }
        else
        {
            byte[] secret = Encoding.UTF8.GetBytes(Load.Secret);
            app.Run(context => ByHand.HandleAsync(context, secret));
        }

        return app;
    }
}
