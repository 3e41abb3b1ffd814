using System.Text.Json;
using HiveGen.Targets;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router.Remote;

/// <summary>Reads the cursor of a remote Hive, or moves it if it is where that Hive left it.</summary>
internal sealed class CursorCall(SyncModels models, TargetSender sender) : RemoteCall
{
    public override async ValueTask<SyncProblem?> RunAsync(ReadOnlyMemory<byte> body, Utf8JsonWriter answer, HttpContext caller)
    {
        if (Read(body.Span, RemoteJson.Default.CursorRequest, out SyncProblem? problem) is not { } request)
        {
            return problem;
        }

        Violations violations = default;
        HomeName.Check(request.Home, models, ref violations);
        if (request.Cursor?.Wrong() is { } wrong)
        {
            violations.Add("cursor", wrong);
        }

        if (violations.Any)
        {
            return SyncProblem.Invalid(violations.Errors);
        }

        TargetCursor? cursor = request.Cursor is { } change
            ? await MoveAsync(request.Home, change, caller).ConfigureAwait(false)
            : await sender.ReadCursorAsync(request.Home, caller).ConfigureAwait(false);
        CursorJson.Write(answer, "cursor"u8, cursor);
        return null;
    }

    private async ValueTask<TargetCursor> MoveAsync(string home, CursorChange change, HttpContext caller)
    {
        await sender.SendAsync([], new CursorMove(home, change.From, change.To), caller).ConfigureAwait(false);
        return change.To;
    }
}
