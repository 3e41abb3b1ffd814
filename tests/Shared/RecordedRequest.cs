using System.Text.Json;

namespace HiveGen.Tests;

/// <summary>A request, recorded or sent.</summary>
internal sealed record RecordedRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, JsonElement Body)
{
    /// <summary>A request as recordings have it.</summary>
    public static RecordedRequest Of(JsonElement request) => new(
        request.GetProperty("method").GetString()!,
        request.GetProperty("path").GetString()!,
        request.GetProperty("query").GetString()!,
        request.GetProperty("headers").EnumerateObject().ToDictionary(static header => header.Name, static header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase),
        request.GetProperty("body").Clone());
}
