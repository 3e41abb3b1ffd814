using System.Diagnostics;
using HiveGen.Security;
using HiveGen.Targets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HiveGen.Router;

/// <summary>Handles <c>/sync</c> and <c>/sync/batch</c>. A request is either refused whole, or its right records are sent. Thread-safe.</summary>
internal sealed class SyncEndpoint(SyncGuard guard, SyncModels models, TargetSender sender, IOptions<HiveSyncOptions> options, TimeProvider clock, ILoggerFactory loggers)
{
    private const int MaxEcho = 256;

    private readonly ILogger logger = loggers.CreateLogger(SyncLog.Category);
    private readonly HiveSyncOptions limits = options.Value;

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext context, bool batch)
    {
        KeyValuePair<string, object?>[] scope = [new("RequestId", RequestId.Set(context))];
        using IDisposable? logged = logger.BeginScope(scope);
        SyncRequest request = new();
        SyncProblem? problem = guard.Refuse(context) ?? ContentProblem.Of(context.Request);
        if (problem is null)
        {
            problem = await ReadAndSendAsync(context, batch, request).ConfigureAwait(false);
        }

        if (problem is not null)
        {
            problem = problem with { Model = Known(request.Model), Operation = Known(request.OperationName), RecordId = Known(problem.RecordId) };
            logger.Failed(problem.Status, Loggable(problem.Operation), Loggable(problem.Model), problem.Error);
            await SyncAnswer.WriteProblemAsync(context.Response, problem).ConfigureAwait(false);
        }
    }

    // A caller gets back what it wrote, unless that was never meant to be a name.
    private static string? Known(string? text) => text is { Length: > MaxEcho } ? JsonText.Shown(text) : text;

    private static CursorMove? CursorOf(SyncRequest request) => request.Cursor is { } change ? new CursorMove(request.Home!, change.From, change.To) : null;

    private static string? Loggable(string? text) => text is null ? null : JsonText.Shown(text);

    private async ValueTask<SyncProblem?> ReadAndSendAsync(HttpContext context, bool batch, SyncRequest request)
    {
        int limit = batch ? limits.MaxBatchBodyBytes : limits.MaxBodyBytes;
        SyncItems items;
        try
        {
            using SyncBody? body = await SyncBody.ReadAsync(context.Request, limit, context.RequestAborted).ConfigureAwait(false);
            if (body is null)
            {
                return new SyncProblem(StatusCodes.Status413PayloadTooLarge, $"The body is longer than {limit} bytes.");
            }

            if ((guard.RefuseSignature(context, body.Raw) ?? EnvelopeReader.Read(body.Span, batch, limits, models, request)) is { } problem)
            {
                return problem;
            }

            logger.Received(request.OperationName, request.Model, request.Entries.Count);
            items = SyncItems.Read(body.Span, request, limits.MaxDepth, clock.GetUtcNow());
        }
        catch (BadHttpRequestException e)
        {
            bool tooLong = e.StatusCode == StatusCodes.Status413PayloadTooLarge;
            return new SyncProblem(tooLong ? e.StatusCode : StatusCodes.Status400BadRequest, tooLong ? "The body is longer than the server allows." : "The body did not come whole.");
        }

        return await SendAsync(context, batch, request, items).ConfigureAwait(false);
    }

    private async ValueTask<SyncProblem?> SendAsync(HttpContext context, bool batch, SyncRequest request, SyncItems items)
    {
        long start = Stopwatch.GetTimestamp();
        ItemResult[] results;
        try
        {
            results = items.Finish(await sender.SendAsync(items.Items, CursorOf(request), context.RequestAborted).ConfigureAwait(false));
        }
        catch (Exception e) when (e is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            // The last place before the wire: the log gets everything, the caller nothing that is internal.
            logger.TargetFailed(e, request.OperationName, request.Model);
            SyncProblem failure = e is TargetException known ? TargetProblem.Of(known) : TargetProblem.Unknown();
            return batch ? failure : failure with { RecordId = request.Entries[0].RecordId };
        }

        if (!batch && results[0].Problem is { } problem)
        {
            return problem with { RecordId = results[0].RecordId };
        }

        int failed = results.Count(static result => result.Problem is not null);
        if (failed == 0)
        {
            logger.Success(request.OperationName, request.Model, results.Length, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        else
        {
            logger.FailedInPart(request.OperationName, request.Model, failed, results.Length, results.First(static result => result.Problem is not null).Problem!.Error);
        }

        await (batch
            ? SyncAnswer.WriteBatchAsync(context.Response, results, failed)
            : SyncAnswer.WriteSuccessAsync(context.Response, request, results[0], clock.GetUtcNow())).ConfigureAwait(false);
        return null;
    }
}
