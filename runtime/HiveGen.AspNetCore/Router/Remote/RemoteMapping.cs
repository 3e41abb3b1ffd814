using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Router.Remote;

/// <summary>Maps the endpoints that a remote Hive needs beside <c>/sync/batch</c>.</summary>
internal static class RemoteMapping
{
    public static void Map(RouteGroupBuilder group)
    {
        Map<ModelsCall>(group, "GET", "/sync/models", "SyncModels", "What the router takes, for another Hive that is about to send.");
        Map<CursorCall>(group, "POST", "/sync/cursor", "SyncCursor", "Reads how far another Hive has come here, or moves that if it is where that Hive left it.");
        Map<SweepCall>(group, "POST", "/sync/sweep", "SyncSweep", "Ends a full load of another Hive: its rows below the load's version become ghosts.");
        Map<DigestCall>(group, "POST", "/sync/digest", "SyncDigest", "Counts and hashes the rows of another Hive by buckets, so that it can tell what differs.");
        Map<RowsCall>(group, "POST", "/sync/rows", "SyncRows", "The versions and hashes of some rows of another Hive, by buckets or by ids.");
    }

    private static void Map<TCall>(RouteGroupBuilder group, string method, string pattern, string name, string summary)
        where TCall : RemoteCall
    {
        RequestDelegate handler = static context => context.RequestServices.GetRequiredService<RemoteEndpoint>().HandleAsync(context, context.RequestServices.GetRequiredService<TCall>());
        group.MapMethods(pattern, [method], handler)
            .WithName(name)
            .WithTags("Sync between Hives")
            .WithSummary(summary)
            .WithMetadata(new RemoteMetadata(typeof(TCall)), handler.Method);
    }
}
