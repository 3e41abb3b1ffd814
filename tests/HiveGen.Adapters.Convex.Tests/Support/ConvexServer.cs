using System.Net.Http.Json;
using System.Text.Json;

namespace HiveGen.Tests;

/// <summary>A stand-in of a Convex deployment: the exported functions, run by Convex's own test library, behind its HTTP API.</summary>
public sealed class ConvexServer() : NodeFront("convex"), ITestServer
{
    /// <summary>The key that it takes.</summary>
    public const string DeployKey = "prod:happy-animal-123|a-deploy-key";

    private readonly HttpClient client = new();

    /// <inheritdoc/>
    public static string? Missing => NpmPackages.Missing;

    /// <summary>Where functions are put for it; one folder a deploy.</summary>
    public string Functions(int deploy) => PathOf($"convex-{deploy}");

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Arguments => [PathOf("documents.json"), DeployKey];

    /// <summary>Does what only tests can: <c>deploy</c>, <c>reset</c>, <c>refuse</c>, <c>documents</c>.</summary>
    public async Task<JsonElement> ControlAsync(string action, object argument)
    {
        using HttpResponseMessage answer = await client.PostAsJsonAsync(new Uri(Url, "control/" + action), argument);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>()
            : throw new InvalidOperationException($"{action}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        client.Dispose();
        await base.DisposeAsync();
    }
}
