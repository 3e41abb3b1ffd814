using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HiveGen.Tests;

/// <summary>A server that answers everything alike.</summary>
internal sealed class FixedServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private FixedServer(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single();

    public static async Task<FixedServer> StartAsync(RequestDelegate answer, string url = "http://127.0.0.1:0", Action<IWebHostBuilder>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        configure?.Invoke(builder.WebHost);
        builder.WebHost.UseUrls(url);
        WebApplication app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new FixedServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
