using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace HiveGen.Tests;

/// <summary>Stands between a sender and a router, and does to each request what the script says.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private static readonly string[] Passed = ["X-Sync-Secret", "Idempotency-Key", "X-Request-Id", "webhook-id", "webhook-timestamp", "webhook-signature"];

    private readonly WebApplication app;
    private readonly HttpClient router;
    private readonly ConcurrentQueue<ProxiedRequest> late = new();
    private int requests;
    private int hanging;

    private FaultProxy(WebApplication app, string router)
    {
        this.app = app;
        this.router = new HttpClient { BaseAddress = new Uri(router) };
    }

    public string Url => app.Urls.Single();

    /// <summary>What happens to a request. Called from many threads.</summary>
    public Func<ProxiedRequest, Fault> Script { get; set; } = static _ => Fault.None;

    /// <summary>What was done, and how often.</summary>
    public ConcurrentDictionary<Fault, int> Done { get; } = new();

    /// <summary>Every request in the order of its arrival.</summary>
    public ConcurrentQueue<ProxiedRequest> Requests { get; } = new();

    /// <summary>Requests that wait for an answer that never comes.</summary>
    public int Hanging => Volatile.Read(ref hanging);

    public static async Task<FaultProxy> StartAsync(string router)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = null);
        WebApplication app = builder.Build();
        FaultProxy proxy = new(app, router);
        app.Run(proxy.HandleAsync);
        await app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        router.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body);
        ProxiedRequest request = new(
            Interlocked.Increment(ref requests),
            context.Request.Method,
            context.Request.Path,
            [.. Passed.Where(context.Request.Headers.ContainsKey).Select(name => KeyValuePair.Create(name, context.Request.Headers[name].ToString()))],
            body.ToArray());
        Requests.Enqueue(request);
        Fault fault = Script(request);
        Done.AddOrUpdate(fault, 1, static (_, count) => count + 1);
        await DoAsync(context, request, fault);
    }

    private async Task DoAsync(HttpContext context, ProxiedRequest request, Fault fault)
    {
        switch (fault)
        {
            case Fault.DropBefore:
                context.Abort();
                break;
            case Fault.Late:
                late.Enqueue(request);
                context.Abort();
                break;
            case Fault.Reset:
                Reset(context);
                break;
            case Fault.Busy:
                context.Response.Headers.RetryAfter = "7";
                context.Response.StatusCode = 429;
                break;
            case Fault.Error or Fault.Unavailable:
                context.Response.StatusCode = fault == Fault.Error ? 500 : 503;
                break;
            case Fault.Hang:
                await HangAsync(context);
                break;
            case Fault.WrongKey:
                await AnswerAsync(context, request with { Headers = [KeyValuePair.Create("X-Sync-Secret", "another-secret-0123456789")] }, fault);
                break;
            case Fault.Half when request.HasRecords:
                await HalfAsync(context, request);
                break;
            default:
                await AnswerAsync(context, request, fault);
                break;
        }
    }

    private async Task AnswerAsync(HttpContext context, ProxiedRequest request, Fault fault)
    {
        (int status, string? type, byte[] body) = await ForwardAsync(request);
        if (fault == Fault.Twice)
        {
            await ForwardAsync(request);
        }

        // Nobody hears what the router says to those that come too late.
        while (fault == Fault.None && late.TryDequeue(out ProxiedRequest? old))
        {
            await ForwardAsync(old);
        }

        context.Response.StatusCode = fault == Fault.ErrorAfter ? 500 : status;
        context.Response.ContentType = type;
        switch (fault)
        {
            case Fault.DropAfter:
                context.Abort();
                break;
            case Fault.ResetAfter:
                Reset(context);
                break;
            case Fault.HangAfter:
                await HangAsync(context);
                break;
            case Fault.Truncate:
                context.Response.ContentLength = body.Length;
                await WriteAsync(context, body.AsMemory(0, body.Length / 2));
                context.Abort();
                break;
            case Fault.Drip:
                for (int i = 0; i < body.Length; i++)
                {
                    await WriteAsync(context, body.AsMemory(i, 1));
                }

                break;
            case Fault.ErrorAfter:
                break;
            default:
                await WriteAsync(context, body);
                break;
        }
    }

    // As a router does whose target takes only some records for now.
    private async Task HalfAsync(HttpContext context, ProxiedRequest request)
    {
        JsonNode whole = JsonNode.Parse(request.Body)!;
        JsonArray records = whole["records"]!.AsArray();
        string[] ids = [.. records.Select(static record => (string)record!["recordId"]!)];
        int taken = ids.Length / 2;
        while (records.Count > taken)
        {
            records.RemoveAt(taken);
        }

        (int status, string? type, byte[] body) = await ForwardAsync(request with { Body = Encoding.UTF8.GetBytes(whole.ToJsonString()) });
        JsonNode result = JsonNode.Parse(body)!;
        foreach (string id in status == StatusCodes.Status200OK ? ids.Skip(taken) : [])
        {
            result["results"]!.AsArray().Add(new JsonObject { ["recordId"] = id, ["success"] = false, ["status"] = "retry", ["error"] = "busy" });
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await WriteAsync(context, Encoding.UTF8.GetBytes(result.ToJsonString()));
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        await context.Response.Body.WriteAsync(bytes);
        await context.Response.Body.FlushAsync();
    }

    private async Task<(int Status, string? Type, byte[] Body)> ForwardAsync(ProxiedRequest request)
    {
        using HttpRequestMessage forward = new(new HttpMethod(request.Method), request.Path);
        foreach ((string name, string value) in request.Headers)
        {
            forward.Headers.TryAddWithoutValidation(name, value);
        }

        if (request.Method == HttpMethods.Post)
        {
            forward.Content = new ByteArrayContent(request.Body) { Headers = { ContentType = new("application/json") } };
        }

        using HttpResponseMessage answer = await router.SendAsync(forward);
        return ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task HangAsync(HttpContext context)
    {
        Interlocked.Increment(ref hanging);
        TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registered = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
        Interlocked.Decrement(ref hanging);
    }

    private static void Reset(HttpContext context)
    {
        context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.LingerState = new LingerOption(true, 0);
        context.Abort();
    }
}
