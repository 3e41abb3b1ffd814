using System.Diagnostics.CodeAnalysis;
using HiveGen.Router;
using HiveGen.Router.Remote;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
        _ = endpoints.ServiceProvider.GetRequiredService<Security.SyncGuard>(); // says now which secret is missing, or was made
        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        Map(group, "/sync", batch: false, "Sync", "Writes one record to the external database.");
        Map(group, "/sync/batch", batch: true, "SyncBatch", "Writes many records of one model to the external database.");
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<HiveSyncOptions>>().Value.Hives)
        {
            RemoteMapping.Map(group);
        }

        return group;
    }

    // Requests are read by hand, so no Accepts metadata: routing would answer 415 by itself, before the secret is looked at.
    private static void Map(RouteGroupBuilder group, string pattern, bool batch, string name, string summary)
    {
        RequestDelegate handler = batch
            ? static context => context.RequestServices.GetRequiredService<SyncEndpoint>().HandleAsync(context, batch: true)
            : static context => context.RequestServices.GetRequiredService<SyncEndpoint>().HandleAsync(context, batch: false);
        group.MapPost(pattern, handler)
            .WithName(name)
            .WithTags("Sync")
            .WithSummary(summary)
            .WithMetadata(new SyncMetadata(batch), handler.Method);
    }
}
