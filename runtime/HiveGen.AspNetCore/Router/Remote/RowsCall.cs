using System.Globalization;
using System.Text.Json;
using HiveGen.Security;
using HiveGen.Targets;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router.Remote;

/// <summary>The versions and hashes of some rows of a remote Hive.</summary>
internal sealed class RowsCall(RowScope scope, TargetSender sender, LiveSyncOptions live) : RemoteCall
{
    private const int RowsPerRecord = 100; // a row comes to so few bytes that as many fit where one record does

    public override async ValueTask<SyncProblem?> RunAsync(ReadOnlyMemory<byte> body, Utf8JsonWriter answer, HttpContext caller)
    {
        if (Read(body.Span, RemoteJson.Default.RowsRequest, out SyncProblem? problem) is not { } request)
        {
            return problem;
        }

        int maxRecords = live.Current.MaxBatchRecords;
        Violations violations = default;
        SyncModel? model = scope.Read(request.Model, request.Home, request.Layout, ref violations);
        CheckWanted(request, ref violations);
        CheckIds(request, model, maxRecords, ref violations);
        if (model is null || violations.Any)
        {
            return RowScope.Refusal(model, request.Model, violations);
        }

        if (await scope.RefuseAsync(caller).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        int limit = maxRecords * RowsPerRecord;
        try
        {
            Write(answer, request.Ids is { } ids
                ? await sender.ReadRowsAsync(model, request.Home!, ids, caller).ConfigureAwait(false)
                : await sender.ReadBucketsAsync(model, request.Home!, request.Buckets!.Value, request.Wanted!.ToHashSet(), limit, caller).ConfigureAwait(false));
            return null;
        }
        catch (TargetException e) when (e.Failure == TargetFailure.TooLarge)
        {
            return new SyncProblem(StatusCodes.Status413PayloadTooLarge, $"wanted holds more than {limit} rows, the most of one answer. Ask for fewer buckets at a time.");
        }
    }

    private static void CheckWanted(RowsRequest request, ref Violations violations)
    {
        if (request.Wanted is null == request.Ids is null)
        {
            violations.Add("wanted", "and ids exclude each other, and one of them is needed.");
        }

        if (request.Wanted is null)
        {
            if (request.Buckets is not null)
            {
                violations.Add("buckets", "belongs to wanted.");
            }

            return;
        }

        RowScope.CheckBuckets(request.Buckets, ref violations);
        if (request.Buckets is { } buckets && request.Wanted.Any(bucket => bucket < 0 || bucket >= buckets))
        {
            violations.Add("wanted", "must hold numbers from 0 to below buckets.");
        }
    }

    private static void CheckIds(RowsRequest request, SyncModel? model, int most, ref Violations violations)
    {
        if (request.Ids is not { } ids)
        {
            return;
        }

        if (ids.Length > most)
        {
            violations.Add("ids", $"holds more than {most}, the most of one request.");
        }

        if (model is not null)
        {
            SqlKind kind = model.Fields[0].Type is SyncType.Int32 or SyncType.Int64 ? SqlKind.Integer : SqlKind.Text;
            if (ids.Any(id => id.Kind != kind))
            {
                violations.Add("ids", $"must hold {(kind == SqlKind.Text ? "texts" : "whole numbers")}, as the ids of {model.Name} are.");
            }
        }
    }

    private static void Write(Utf8JsonWriter answer, IReadOnlyList<RowDigest> rows)
    {
        answer.WriteStartArray("rows"u8);
        foreach (RowDigest row in rows)
        {
            answer.WriteStartObject();
            answer.WritePropertyName("id"u8);
            RowIdConverter.Write(answer, row.Id);
            answer.WriteNumber("version"u8, row.Version);
            answer.WriteBoolean("deleted"u8, row.Deleted);
            answer.WriteString("hash"u8, row.Hash.ToString("x16", CultureInfo.InvariantCulture));
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }
}
