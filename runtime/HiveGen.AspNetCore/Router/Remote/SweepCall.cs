using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router.Remote;

/// <summary>Ends a full load of a remote Hive: makes ghosts of its rows that the load did not find in it.</summary>
internal sealed class SweepCall(SyncModels models, TargetSender sender) : RemoteCall
{
    private const long MaxVersion = (1L << 53) - 1;

    public override async ValueTask<SyncProblem?> RunAsync(ReadOnlyMemory<byte> body, Utf8JsonWriter answer, HttpContext caller)
    {
        if (Read(body.Span, RemoteJson.Default.SweepRequest, out SyncProblem? problem) is not { } request)
        {
            return problem;
        }

        Violations violations = default;
        RecordReader? reader = models.Find(request.Model, ref violations);
        HomeName.Check(request.Home, models, ref violations);
        if (request.Below is <= 0 or > MaxVersion)
        {
            violations.Add("below", $"must be a whole number from 1 to {MaxVersion}.");
        }

        if (request.Cursor is { } at && new CursorChange(at, at).Wrong() is { } wrong)
        {
            violations.Add("cursor", wrong);
        }

        List<SqlValue> except = new(request.Except.Length);
        foreach (string id in request.Except)
        {
            if (reader is not null && id is not null && reader.Model.TryParseId(id, out SqlValue parsed))
            {
                except.Add(parsed);
            }
        }

        if (reader is not null && except.Count < request.Except.Length)
        {
            violations.Add("except", $"holds what is no id of {reader.Model.Name}.");
        }

        if (reader is null || violations.Any)
        {
            return SyncProblem.Invalid(violations.Errors) with { Code = reader is null ? SyncProblem.UnknownModel : null };
        }

        int swept = await sender.SweepAsync(reader.Model, request.Home, request.Below, except, request.Cursor, caller).ConfigureAwait(false);
        answer.WriteNumber("swept"u8, swept);
        return null;
    }
}
