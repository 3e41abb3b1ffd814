using HiveGen.Router;
using HiveGen.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HiveGen.Health;

/// <summary>What is wrong with the router.</summary>
internal static class RouterFaults
{
    public static IEnumerable<string> Of(IServiceProvider services)
    {
        // In Development one is made.
        if (services.GetService<SyncStart>() is { Mapped: true }
            && services.GetRequiredService<LiveSyncOptions>().Current.Secrets.Count == 0
            && !services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            yield return "The router has no secret and refuses everything: set SYNC_SECRET or HiveSync:Secrets; HiveSecret.New() makes one.";
        }
    }
}
