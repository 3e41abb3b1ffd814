using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Tests;

/// <summary>Keeps the requests that come, and answers all alike.</summary>
internal sealed class WireCapture(string answer)
{
    /// <summary>The requests, in order.</summary>
    public List<RecordedRequest> Requests { get; } = [];

    public async Task TakeAsync(HttpContext context)
    {
        JsonElement body = context.Request.ContentLength is null or 0 ? default : (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;
        Requests.Add(new RecordedRequest(
            context.Request.Method,
            context.Request.Path,
            context.Request.QueryString.ToString(),
            context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body));
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer);
    }
}
