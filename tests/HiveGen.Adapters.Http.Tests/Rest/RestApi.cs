using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Tests;

/// <summary>
/// A REST API as somebody writes it, with everything that it may understand: it keeps records and cursors in memory, and the
/// requests as they came.
/// </summary>
internal sealed class RestApi
{
    public const string Secret = "a-secret-of-the-api";

    private readonly Lock turn = new();
    private readonly Dictionary<(string Model, string Id), RestRow> rows = [];
    private readonly Dictionary<string, JsonElement> cursors = [];

    /// <summary>The requests, in order.</summary>
    public List<RecordedRequest> Requests { get; } = [];

    /// <summary>A note with this title is refused.</summary>
    public string? Refused { get; set; }

    /// <summary>Whether the answer tells of each record.</summary>
    public bool TellsResults { get; set; } = true;

    /// <summary>The rows of a model.</summary>
    public List<KeyValuePair<string, RestRow>> RowsOf(string model)
    {
        lock (turn)
        {
            return [.. rows.Where(row => row.Key.Model == model).Select(static row => KeyValuePair.Create(row.Key.Id, row.Value))];
        }
    }

    /// <summary>Loses the rows of a model.</summary>
    public void Forget(string model)
    {
        lock (turn)
        {
            foreach ((string Model, string Id) key in rows.Keys.Where(key => key.Model == model).ToList())
            {
                rows.Remove(key);
            }
        }
    }

    public async Task AnswerAsync(HttpContext context)
    {
        JsonElement body = context.Request.ContentLength is null or 0 ? default : (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;
        (int status, object? answer) = context.Request.Headers["X-Sync-Secret"] == Secret ? Handle(context.Request, body) : (401, new { error = "no" });
        context.Response.StatusCode = status;
        if (answer is not null)
        {
            await context.Response.WriteAsJsonAsync(answer);
        }
    }

    private (int Status, object? Answer) Handle(HttpRequest request, JsonElement body)
    {
        lock (turn)
        {
            Requests.Add(new RecordedRequest(request.Method, request.Path, request.QueryString.ToString(), request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body));
            return (request.Method, request.Path.Value) switch
            {
                ("POST", "/sync/batch") => Batch(body),
                ("GET", "/sync/cursor") => (200, new { cursor = cursors.TryGetValue(request.Query["home"]!, out JsonElement cursor) ? cursor : (JsonElement?)null }),
                ("PUT", "/sync/cursor") => Move(body),
                _ => Record(request, body),
            };
        }
    }

    private (int Status, object? Answer) Batch(JsonElement body)
    {
        string model = body.GetProperty("model").GetString()!;
        string? home = body.TryGetProperty("home", out JsonElement said) ? said.GetString() : null;
        List<(string RecordId, string Status, string? Error)> results = [];
        foreach (JsonElement record in body.GetProperty("records").EnumerateArray())
        {
            string id = record.GetProperty("recordId").GetString()!;
            JsonElement? data = record.TryGetProperty("data", out JsonElement given) ? given : null;
            long? version = record.TryGetProperty("version", out JsonElement number) ? number.GetInt64() : null;
            (string status, string? error) = IsRefused(data) ? ("failed", $"we want no {Refused}") : version is null ? Merge(model, id, data, body.GetProperty("operation").GetString()!) : Write(model, id, data, version, home);
            results.Add((id, status, error));
        }

        int failed = results.Count(static result => result.Status is "failed" or "conflict");
        return (200, TellsResults
            ? new { success = failed == 0, successful = results.Count - failed, failed, total = results.Count, results = results.Select(static result => new { recordId = result.RecordId, status = result.Status, error = result.Error, retryable = false }) }
            : new { success = failed == 0, successful = results.Count - failed, failed, total = results.Count });
    }

    private (int Status, object? Answer) Record(HttpRequest request, JsonElement body)
    {
        string[] parts = request.Path.Value!.Trim('/').Split('/', 2);
        string match = request.Headers.IfMatch.ToString().Trim('"');
        (string status, string? error) = IsRefused(body) ? ("failed", $"we want no {Refused}") : Write(parts[0], parts[1], request.Method == "DELETE" ? null : body, match.Length == 0 ? null : long.Parse(match, System.Globalization.CultureInfo.InvariantCulture), request.Headers["X-Hive-Home"]);
        return status switch { "applied" => (204, null), "stale" => (412, null), _ => (422, new { error }) };
    }

    private (string Status, string? Error) Write(string model, string id, JsonElement? data, long? version, string? home)
    {
        RestRow? old = rows.GetValueOrDefault((model, id));
        if (old is not null && old.Home != home)
        {
            return ("conflict", $"it belongs to {old.Home}");
        }

        if (old is not null && version is { } newer && newer <= old.Version)
        {
            return ("stale", null);
        }

        rows[(model, id)] = new RestRow(version ?? 0, home, data?.Clone());
        return ("applied", null);
    }

    private bool IsRefused(JsonElement? data) => Refused is not null && data is { ValueKind: JsonValueKind.Object } record && record.TryGetProperty("title", out JsonElement title) && title.ValueEquals(Refused);

    // A request without a version: what it gives goes over what is there.
    private (string Status, string? Error) Merge(string model, string id, JsonElement? data, string operation)
    {
        RestRow? old = rows.GetValueOrDefault((model, id));
        if (old is { Home: not RestMerge.Home })
        {
            return ("conflict", $"it belongs to {old.Home}");
        }

        if (old is { Data: null } && operation != "create")
        {
            return data is null ? ("stale", null) : ("conflict", "it was deleted");
        }

        rows[(model, id)] = new RestRow((old?.Version ?? 0) + 1, RestMerge.Home, data is { } given ? RestMerge.Over(old?.Data ?? RestMerge.Defaults(model, id), given) : null);
        return ("applied", null);
    }

    private (int Status, object? Answer) Move(JsonElement body)
    {
        string home = body.GetProperty("home").GetString()!;
        JsonElement from = body.GetProperty("from");
        bool matches = cursors.TryGetValue(home, out JsonElement at)
            ? from.ValueKind == JsonValueKind.Object && new[] { "session", "seq", "epoch" }.All(name => JsonElement.DeepEquals(at.GetProperty(name), from.GetProperty(name)))
            : from.ValueKind == JsonValueKind.Null;
        if (!matches)
        {
            return (409, new { error = "the cursor is elsewhere" });
        }

        cursors[home] = body.GetProperty("to").Clone();
        return (204, null);
    }
}
