using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HiveGen.Tests;

/// <summary>
/// Four methods of Firestore's REST API on documents in memory. What the real emulator answered to the official client is recorded, and a test
/// holds the stand-in to it.
/// </summary>
internal sealed class FakeFirestore : IAsyncDisposable
{
    private const int MaxBody = 4 << 20;

    private readonly Lock gate = new();
    private readonly TestPort port = new();
    private WebApplication? app;

    public FakeStore Store { get; } = new();

    public string Host => $"127.0.0.1:{port.Number}";

    /// <summary>The token that opens it.</summary>
    public string Token { get; set; } = "owner";

    /// <summary>Answers a request instead; null lets it go on. By method and body.</summary>
    public Func<string, JsonNode, (int Status, string Body)?> Instead { get; set; } = static (_, _) => null;

    /// <summary>Runs before a request is done.</summary>
    public Action<string, JsonNode> Before { get; set; } = static (_, _) => { };

    /// <summary>What came: path, headers and body.</summary>
    public List<(string Path, IHeaderDictionary Headers, JsonNode Body)> Requests { get; } = [];

    public async Task StartAsync()
    {
        port.Release();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port.Number);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
    }

    public async Task StopAsync()
    {
        using CancellationTokenSource now = new(TimeSpan.Zero);
        await app!.StopAsync(now.Token);
        await app.DisposeAsync();
        app = null;
        port.Hold();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await StopAsync();
        }

        port.Dispose();
    }

    /// <summary>Looks at the documents while nobody writes.</summary>
    public T Look<T>(Func<FakeStore, T> look)
    {
        lock (gate)
        {
            return look(Store);
        }
    }

    /// <summary>What a method answers; for the test against the recordings, which has no socket.</summary>
    public JsonNode Do(string root, string method, JsonNode body)
    {
        lock (gate)
        {
            return method switch
            {
                "batchGet" => BatchGet(body),
                "batchWrite" => BatchWrite(body),
                "commit" => Commit(body),
                "runQuery" => RunQuery(root, body["structuredQuery"]!.AsObject()),
                _ => throw FakeFailure.Invalid($"The stand-in has no {method}."),
            };
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        string text = await reader.ReadToEndAsync(context.RequestAborted);
        string[] path = context.Request.Path.Value!["/v1/".Length..].Split(':');
        JsonNode body = JsonNode.Parse(text)!;
        lock (gate)
        {
            Requests.Add((context.Request.Path.Value, new HeaderDictionary(context.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase)), body));
        }

        (int status, string answer) = Instead(path[^1], body) ?? Answer(context, path[0], path[^1], body, text.Length);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }

    private (int Status, string Body) Answer(HttpContext context, string root, string method, JsonNode body, int length)
    {
        try
        {
            if (context.Request.Headers.Authorization != "Bearer " + Token)
            {
                throw new FakeFailure(16, "UNAUTHENTICATED", 401, "Request had invalid authentication credentials.");
            }

            if (length > MaxBody)
            {
                throw new FakeFailure(8, "RESOURCE_EXHAUSTED", 429, "Request payload size exceeds the limit: 4194304 bytes.");
            }

            Before(method, body);
            return (200, Do(root, method, body).ToJsonString());
        }
        catch (FakeFailure failure)
        {
            JsonNode error = new JsonObject { ["error"] = new JsonObject { ["code"] = failure.Http, ["message"] = failure.Message, ["status"] = failure.Status } };
            return (failure.Http, (method is "batchGet" or "runQuery" ? new JsonArray(error) : error).ToJsonString());
        }
    }

    private JsonArray BatchGet(JsonNode body)
    {
        string[]? mask = body["mask"]?["fieldPaths"]!.AsArray().Select(static path => path!.GetValue<string>()).ToArray();
        string now = Store.Now();
        JsonArray answer = [];
        if (body["newTransaction"] is not null)
        {
            answer.Add(new JsonObject { ["transaction"] = "ERAAAAAAAAAA" });
        }

        foreach (string name in body["documents"]!.AsArray().Select(static name => name!.GetValue<string>()).Distinct())
        {
            answer.Add(Store.Documents.TryGetValue(name, out FakeDocument? found)
                ? new JsonObject { ["found"] = found.ToJson(mask), ["readTime"] = now }
                : new JsonObject { ["missing"] = name, ["readTime"] = now });
        }

        return answer;
    }

    private JsonObject BatchWrite(JsonNode body)
    {
        JsonObject[] writes = [.. body["writes"]!.AsArray().Select(static write => write!.AsObject())];
        if (writes.DistinctBy(FakeStore.NameOf).Count() < writes.Length)
        {
            throw FakeFailure.Invalid("A document may be written once in a batch.");
        }

        JsonArray results = [];
        JsonArray statuses = [];
        string now = Store.Now();
        foreach (JsonObject write in writes)
        {
            try
            {
                results.Add(Store.Write(write, now));
                statuses.Add(new JsonObject());
            }
            catch (FakeFailure failure)
            {
                results.Add(new JsonObject());
                statuses.Add(new JsonObject { ["code"] = failure.Code, ["message"] = failure.Message });
            }
        }

        return new JsonObject { ["writeResults"] = results, ["status"] = statuses };
    }

    private JsonObject Commit(JsonNode body)
    {
        JsonObject[] writes = [.. body["writes"]!.AsArray().Select(static write => write!.AsObject())];
        foreach (JsonObject write in writes)
        {
            string name = FakeStore.NameOf(write);
            FakeStore.Check(write, name, Store.Documents.GetValueOrDefault(name));
        }

        string now = Store.Now();
        return new JsonObject { ["writeResults"] = new JsonArray([.. writes.Select(write => (JsonNode)Store.Write(write, now))]), ["commitTime"] = now };
    }

    private JsonArray RunQuery(string root, JsonObject query)
    {
        string now = Store.Now();
        JsonArray answer = [];
        foreach ((FakeDocument document, IReadOnlyCollection<string>? mask) in FakeQuery.Run(Store, root.Split(':')[0], query))
        {
            answer.Add(new JsonObject { ["document"] = document.ToJson(mask), ["readTime"] = now });
        }

        if (answer.Count == 0)
        {
            answer.Add(new JsonObject { ["readTime"] = now });
        }

        answer[^1]!["done"] = true;
        return answer;
    }
}
