using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace HiveGen.Router;

/// <summary>Reads what may stand in a header as well as in the body; where it stands in both, both must say the same.</summary>
internal static class RequestHeaders
{
    public const string IdempotencyKey = "Idempotency-Key";
    public const string Version = "X-Hive-Version";

    /// <summary>Completes the request; what is wrong with the headers, or null.</summary>
    public static SyncProblem? Read(IHeaderDictionary headers, SyncRequest request)
    {
        Violations violations = default;
        StringValues keys = headers[IdempotencyKey];
        if (keys.Count > 0)
        {
            ReadKey(keys, request, ref violations);
        }

        StringValues versions = headers[Version];
        if (versions.Count > 0)
        {
            ReadVersion(versions, request, ref violations);
        }

        return violations.Any ? SyncProblem.Invalid(violations.Errors) : null;
    }

    private static void ReadKey(StringValues values, SyncRequest request, ref Violations violations)
    {
        if (values is not [{ } key] || !RepeatedRequests.IsKey(key))
        {
            violations.Add(IdempotencyKey, RepeatedRequests.KeyRule);
        }
        else if (request.IdempotencyKey is { } other && other != key)
        {
            violations.Add(IdempotencyKey, "is another key than idempotencyKey in the body.");
        }
        else
        {
            request.IdempotencyKey = key;
        }
    }

    private static void ReadVersion(StringValues values, SyncRequest request, ref Violations violations)
    {
        if (request.Batch)
        {
            violations.Add(Version, "is for one record; in a batch each record has its own version.");
        }
        else if (values is not [{ } text] || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long version) || version is <= 0 or > EnvelopeReader.MaxVersion)
        {
            violations.Add(Version, $"must be given once and be a whole number from 1 to {EnvelopeReader.MaxVersion}.");
        }
        else if (request.Entries[0].Version is { } other && other != version)
        {
            violations.Add(Version, "is another version than that in the body.");
        }
        else
        {
            request.Entries[0] = request.Entries[0] with { Version = version };
        }
    }
}
