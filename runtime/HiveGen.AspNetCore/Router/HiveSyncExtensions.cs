using System.Diagnostics.CodeAnalysis;
using HiveGen.Router;
using HiveGen.Router.Remote;
using HiveGen.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen;

/// <summary>Maps the router.</summary>
public static class HiveSyncExtensions
{
    /// <summary>
    /// Maps <c>POST /sync</c> and <c>POST /sync/batch</c>, through which others write to the router's target
    /// (<see cref="HiveSyncOptions.Target"/>). Every model with a sync name is allowed, no other. Callers present a secret in
    /// <c>X-Sync-Secret</c>. What another Hive needs besides is mapped too, unless <see cref="HiveSyncOptions.Hives"/> is off; see <see cref="HiveSyncOptions"/> for limits.
    /// </summary>
    /// <param name="endpoints">The app.</param>
    /// <param name="prefix">What stands before <c>/sync</c>, such as <c>/hive</c>.</param>
    /// <returns>Both endpoints, for conventions of your own.</returns>
    /// <exception cref="HiveException"><c>AddHive</c> or <c>AddHiveWeb</c> was not called.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The configuration of <c>HiveSync</c> is wrong; the message names the key.</exception>
    public static IEndpointConventionBuilder MapHiveSync(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        SyncStart start = endpoints.ServiceProvider.GetService<SyncStart>()
            ?? throw new HiveException("MapHiveSync() needs the services of the router: call builder.AddHive() before builder.Build(). Where the models live in a project without a reference to HiveGen.AspNetCore, also call builder.Services.AddHiveWeb(resolver).");
        start.Mapped = true;
        _ = endpoints.ServiceProvider.GetRequiredService<SyncGuard>(); // says now which secret is missing, or was made
        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        Map(group, endpoints.ServiceProvider, "/sync", batch: false, "Sync", "Writes one record to the external database.");
        Map(group, endpoints.ServiceProvider, "/sync/batch", batch: true, "SyncBatch", "Writes many records of one model to the external database.");
        if (endpoints.ServiceProvider.GetRequiredService<LiveSyncOptions>().Current.Hives)
        {
            RemoteMapping.Map(group);
        }

        return group;
    }

    // Requests are read by hand, so no Accepts metadata: routing would answer 415 by itself, before the secret is looked at.
    // The endpoint is asked for once and from the app: asking the request for it would make a scope for each.
    private static void Map(RouteGroupBuilder group, IServiceProvider services, string pattern, bool batch, string name, string summary)
    {
        Lazy<SyncEndpoint> endpoint = new(services.GetRequiredService<SyncEndpoint>);
        RequestDelegate handler = context => endpoint.Value.HandleAsync(context, batch);
        group.MapPost(pattern, handler)
            .WithName(name)
            .WithTags("Sync")
            .WithSummary(summary)
            .WithMetadata(new SyncMetadata(batch), handler.Method);
    }
}
