using System.Diagnostics;
using HiveGen.Security;
using HiveGen.Targets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HiveGen.Router;

/// <summary>Handles <c>/sync</c> and <c>/sync/batch</c>. A request is either refused whole, or its right records are sent. Thread-safe.</summary>
internal sealed class SyncEndpoint(SyncGuard guard, SyncModels models, TargetSender sender, RepeatedRequests repeats, LiveSyncOptions live, RouterTelemetry telemetry, TimeProvider clock, ILoggerFactory loggers)
{
    private const int MaxEcho = 256;

    private readonly ILogger logger = loggers.CreateLogger(SyncLog.Category);

    /// <summary>Answers a request.</summary>
    public Task HandleAsync(HttpContext context, bool batch)
    {
        string id = RequestId.Set(context);
        return logger.IsEnabled(LogLevel.Critical) || RouterTelemetry.Traced ? ScopedAsync(context, batch, id) : AnswerAsync(context, batch);
    }

    private async Task ScopedAsync(HttpContext context, bool batch, string id)
    {
        KeyValuePair<string, object?>[] scope = [new("RequestId", id)];
        using IDisposable? logged = logger.BeginScope(scope);
        using Activity? activity = RouterTelemetry.Begin();
        await AnswerAsync(context, batch).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext context, bool batch)
    {
        SyncRequest request = new(batch);
        SyncProblem? problem;
        try
        {
            problem = guard.Refuse(context, out string client) ?? ContentProblem.Of(context.Request);
            request.Client = client;
            problem ??= await ReadAndSendAsync(context, request).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            // The last place before the wire: the log gets everything, the caller nothing that is internal.
            logger.Fault(e);
            problem = TargetProblem.Fault();
        }

        if (problem is not null)
        {
            Refusal(context, request, problem).Send(context.Response);
        }
    }

    private async ValueTask<SyncProblem?> ReadAndSendAsync(HttpContext context, SyncRequest request)
    {
        HiveSyncOptions limits = live.Current;
        int limit = request.Batch ? limits.MaxBatchBodyBytes : limits.MaxBodyBytes;
        SyncItems items;
        RepeatKey repeat;
        try
        {
            using SyncBody? body = await SyncBody.ReadAsync(context.Request, limit).ConfigureAwait(false);
            if (body is null)
            {
                return new SyncProblem(StatusCodes.Status413PayloadTooLarge, $"The body is longer than {limit} bytes.");
            }

            SyncProblem? problem = guard.RefuseSignature(context, body.Raw)
                ?? EnvelopeReader.Read(body.Span, limits, models, request)
                ?? RequestHeaders.Read(context.Request.Headers, request);
            if (problem is not null)
            {
                return problem;
            }

            logger.Received(request.OperationName, request.Model, request.Entries.Count);
            items = SyncItems.Read(body.Span, request, clock);
            request.IdempotencyKey ??= limits.RequireSignature ? context.Request.Headers[SignedMessages.IdHeader] : (string?)null;
            repeat = items.Items.Count == 0 ? default : RepeatKey.Of(request, body.Raw);
        }
        catch (BadHttpRequestException e)
        {
            return SyncProblem.Broken(e);
        }

        if (repeats.Begin(repeat, out StoredAnswer? first) is { } refused)
        {
            return refused;
        }

        if (first is not null)
        {
            logger.Repeated(request.OperationName, request.Model);
            telemetry.Answered(request, StatusCodes.Status200OK, "repeated");
            first.SendAgain(context.Response);
            return null;
        }

        return await SendAsync(context, request, items, repeat).ConfigureAwait(false);
    }

    private async ValueTask<SyncProblem?> SendAsync(HttpContext context, SyncRequest request, SyncItems items, RepeatKey repeat)
    {
        long start = logger.IsEnabled(LogLevel.Information) ? clock.GetTimestamp() : 0;
        ItemResult[]? results = null;
        try
        {
            results = items.Finish(await sender.SendAsync(items.Items, CursorOf(request), context).ConfigureAwait(false));
        }
        catch (Exception e) when (e is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            logger.TargetFailed(e, request.OperationName, request.Model);
            SyncProblem failure = e is TargetException known ? TargetProblem.Of(known) : TargetProblem.Unknown();
            return request.Batch ? failure : failure with { RecordId = request.Entries[0].RecordId };
        }
        finally
        {
            if (results is null)
            {
                repeats.End(repeat, null);
            }
        }

        AnswerBuffer answer = Answer(context, request, results, start);
        repeats.End(repeat, Mended(results) || repeat.IsNone ? null : answer.Keep());
        answer.Send(context.Response);
        return null;
    }

    private AnswerBuffer Answer(HttpContext context, SyncRequest request, ItemResult[] results, long start)
    {
        if (!request.Batch && results[0].Problem is { } problem)
        {
            return Refusal(context, request, problem with { RecordId = results[0].RecordId });
        }

        (int failed, SyncProblem? first) = Failures(results);
        telemetry.Answered(request, StatusCodes.Status200OK, failed == 0 ? "success" : "partial");
        if (first is not null)
        {
            logger.FailedInPart(request.OperationName, request.Model, failed, results.Length, first.Error);
        }
        else if (logger.IsEnabled(LogLevel.Information))
        {
            logger.Success(request.OperationName, request.Model, results.Length, clock.GetElapsedTime(start).TotalMilliseconds);
        }

        return request.Batch ? SyncAnswer.Batch(results, failed) : SyncAnswer.Success(request, results[0], clock.GetUtcNow());
    }

    private AnswerBuffer Refusal(HttpContext context, SyncRequest request, SyncProblem problem)
    {
        if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            guard.Forgive(context);
        }

        problem = problem with { Model = Known(request.Model), Operation = Known(request.OperationName), RecordId = Known(problem.RecordId) };
        telemetry.Refused(request, problem.Status);
        if (problem.Operation is null || problem.Model is null)
        {
            logger.FailedCall(request.Batch ? "/sync/batch" : "/sync", problem.Status, problem.Error);
        }
        else
        {
            logger.Failed(Loggable(problem.Operation), Loggable(problem.Model), problem.Status, problem.Error);
        }

        return SyncAnswer.Problem(context.Response, problem);
    }

    private static CursorMove? CursorOf(SyncRequest request) => request.Cursor is { } change ? new CursorMove(request.Home!, change.From, change.To) : null;

    // Whether sending the same again may do better.
    private static bool Mended(ItemResult[] results)
    {
        foreach (ref readonly ItemResult result in results.AsSpan())
        {
            if (result.Problem?.RetryAfter is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static (int Count, SyncProblem? First) Failures(ItemResult[] results)
    {
        int count = 0;
        SyncProblem? first = null;
        foreach (ref readonly ItemResult result in results.AsSpan())
        {
            count += result.Problem is null ? 0 : 1;
            first ??= result.Problem;
        }

        return (count, first);
    }

    // A caller gets back what it wrote, unless that was never meant to be a name.
    private static string? Known(string? text) => text is { Length: > MaxEcho } ? JsonText.Shown(text) : text;

    private static string Loggable(string text) => JsonText.Shown(text);
}
