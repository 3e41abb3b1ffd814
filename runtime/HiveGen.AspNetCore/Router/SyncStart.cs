using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HiveGen.Router;

/// <summary>Makes the router when the app starts, if it is mapped, so that what is wrong with its configuration shows then and not at the first request.</summary>
internal sealed class SyncStart(IServiceProvider services) : IHostedService
{
    /// <summary>Whether <c>MapHiveSync</c> was called.</summary>
    public bool Mapped { get; set; }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (Mapped)
        {
            services.GetRequiredService<SyncEndpoint>();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
