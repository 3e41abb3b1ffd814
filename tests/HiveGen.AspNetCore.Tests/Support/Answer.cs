using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace HiveGen.AspNetCore.Tests;

public sealed record Answer(int Status, string? ContentType, string Text, JsonNode? Json, HttpResponseHeaders Headers)
{
    public string? Error => (string?)Json?["error"];

    public string? Header(string name) => Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(",", values) : null;

    /// <summary>Asserts a refusal of this status whose <c>error</c> names this, in the form every refusal has.</summary>
    public void Refuses(int status, string naming)
    {
        Assert.True(status == Status, $"{Status} instead of {status}: {Text}");
        Assert.Equal("application/problem+json", ContentType);
        Assert.Contains(naming, Error, StringComparison.Ordinal);
        Assert.Equal(status, (int?)Json?["status"]);
        Assert.DoesNotContain("   at ", Text, StringComparison.Ordinal);
    }

    public void Accepts() => Assert.True(Status == 200 && (bool?)Json?["success"] == true, $"{Status}: {Text}");
}
