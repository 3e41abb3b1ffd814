using System.Buffers;
using System.Text.Json;
using HiveGen.Security;
using HiveGen.Targets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HiveGen.Router.Remote;

/// <summary>
/// Handles the calls of a remote Hive behind the same secret, rate, limits and signature as <c>/sync</c>. Thread-safe.
/// </summary>
internal sealed class RemoteEndpoint(SyncGuard guard, LiveSyncOptions live, ILoggerFactory loggers)
{
    private readonly ILogger logger = loggers.CreateLogger(SyncLog.Category);

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext context, RemoteCall call)
    {
        KeyValuePair<string, object?>[] scope = [new("RequestId", RequestId.Set(context))];
        using IDisposable? logged = logger.BeginScope(scope);
        ArrayBufferWriter<byte> bytes = new();
        using Utf8JsonWriter answer = new(bytes);
        SyncProblem? problem = guard.Refuse(context, out _)
            ?? (HttpMethods.IsGet(context.Request.Method) ? null : ContentProblem.Of(context.Request))
            ?? await RunAsync(context, call, answer).ConfigureAwait(false);
        if (problem is not null)
        {
            logger.FailedCall(context.Request.Path, problem.Status, problem.Error);
            if (problem.Status >= StatusCodes.Status500InternalServerError)
            {
                guard.Forgive(context);
            }

            SyncAnswer.Problem(context.Response, problem).Send(context.Response);
            return;
        }

        answer.WriteEndObject();
        answer.Flush();
        AnswerBuffer.Send(context.Response, StatusCodes.Status200OK, SyncAnswer.Json, bytes.WrittenSpan);
    }

    private async ValueTask<SyncProblem?> RunAsync(HttpContext context, RemoteCall call, Utf8JsonWriter answer)
    {
        int limit = live.Current.MaxBatchBodyBytes;
        try
        {
            using SyncBody? body = await SyncBody.ReadAsync(context.Request, limit).ConfigureAwait(false);
            if (body is null)
            {
                return new SyncProblem(StatusCodes.Status413PayloadTooLarge, $"The body is longer than {limit} bytes.");
            }

            answer.WriteStartObject();
            return guard.RefuseSignature(context, body.Raw)
                ?? await call.RunAsync(body.Memory, answer, context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            return SyncProblem.Broken(e);
        }
        catch (Exception e) when (e is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            // The last place before the wire: the log gets everything, the caller nothing that is internal.
            logger.TargetFailedCall(e, context.Request.Path);
            return e is TargetException known ? TargetProblem.Of(known) : TargetProblem.Unknown();
        }
    }
}
