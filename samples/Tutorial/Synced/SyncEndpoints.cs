using HiveGen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Notes;

internal static class SyncEndpoints
{
    public static void MapSyncStatus(this IEndpointRouteBuilder app)
    {
        app.MapGet("/status", Ok<string[]> (Hive hive) =>
            TypedResults.Ok(hive.Sync.Status.Targets.Select(t => $"{t.Name}: {t.State}, {t.Lag} behind. {t.Reason}").ToArray()));
        app.MapPost("/verify/{target}", async Task<Ok<string[]>> (string target, bool? repair, Hive hive) =>
        {
            VerifyReport report = await hive.Sync.VerifyAsync(target, new VerifyOptions { Repair = repair ?? false });
            return TypedResults.Ok(report.Differences.Select(d => $"{d.Model} {d.RecordId}: {d.Kind}").Append($"{report.Records} compared").ToArray());
        });
    }
}
