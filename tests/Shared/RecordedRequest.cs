using System.Text.Json;

namespace HiveGen.Tests;

/// <summary>A request, recorded or sent.</summary>
internal sealed record RecordedRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, JsonElement Body);
