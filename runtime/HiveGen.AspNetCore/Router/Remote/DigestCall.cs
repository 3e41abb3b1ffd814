using System.Globalization;
using System.Text.Json;
using HiveGen.Targets;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router.Remote;

/// <summary>Counts and hashes the rows of a remote Hive by buckets. Only buckets with rows are told.</summary>
internal sealed class DigestCall(RowScope scope, TargetSender sender) : RemoteCall
{
    public override async ValueTask<SyncProblem?> RunAsync(ReadOnlyMemory<byte> body, Utf8JsonWriter answer, HttpContext caller)
    {
        if (Read(body.Span, RemoteJson.Default.DigestRequest, out SyncProblem? problem) is not { } request)
        {
            return problem;
        }

        Violations violations = default;
        SyncModel? model = scope.Read(request.Model, request.Home, request.Layout, ref violations);
        RowScope.CheckBuckets(request.Buckets, ref violations);
        if (model is null || violations.Any)
        {
            return RowScope.Refusal(model, request.Model, violations);
        }

        if (await scope.RefuseAsync(caller).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        Write(answer, await sender.DigestAsync(model, request.Home!, request.Buckets!.Value, caller).ConfigureAwait(false));
        return null;
    }

    private static void Write(Utf8JsonWriter answer, IReadOnlyList<BucketDigest> digests)
    {
        answer.WriteStartArray("digests"u8);
        for (int bucket = 0; bucket < digests.Count; bucket++)
        {
            BucketDigest digest = digests[bucket];
            if (digest == BucketDigest.Empty)
            {
                continue;
            }

            answer.WriteStartObject();
            answer.WriteNumber("bucket"u8, bucket);
            answer.WriteNumber("count"u8, digest.Count);
            answer.WriteString("hash"u8, digest.Hash.ToString("x16", CultureInfo.InvariantCulture));
            answer.WriteNumber("minVersion"u8, digest.MinVersion);
            answer.WriteNumber("maxVersion"u8, digest.MaxVersion);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }
}
