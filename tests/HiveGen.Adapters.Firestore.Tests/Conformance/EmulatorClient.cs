using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace HiveGen.Tests;

/// <summary>A client of a project of its own in Google's emulator, which believes who one says one is.</summary>
public sealed class EmulatorClient(string host) : IDisposable
{
    /// <summary>The service account, which rules do not bind.</summary>
    public const string Service = "owner";

    /// <summary>A user of the app: the emulator takes tokens without a signature.</summary>
    public static readonly string SignedIn = $"{Base64Url("""{"alg":"none","typ":"JWT"}""")}.{Base64Url("""{"sub":"ann","user_id":"ann","iat":0,"exp":4102444800}""")}.";

    private readonly HttpClient http = new();

    public string Project { get; } = $"demo-{Guid.NewGuid():N}";

    /// <summary>Puts rules in force.</summary>
    public async Task<HttpStatusCode> SetRulesAsync(string rules)
    {
        JsonObject body = new() { ["rules"] = new JsonObject { ["files"] = new JsonArray(new JsonObject { ["name"] = "firestore.rules", ["content"] = rules }) } };
        return await SendAsync(HttpMethod.Put, $"emulator/v1/projects/{Project}:securityRules", body.ToJsonString(), Service);
    }

    public Task<HttpStatusCode> ReadAsync(string document, string? token) => SendAsync(HttpMethod.Get, $"{Documents}/{document}", null, token);

    public Task<HttpStatusCode> WriteAsync(string document, string body, string? token) => SendAsync(HttpMethod.Patch, $"{Documents}/{document}", body, token);

    public Task<HttpStatusCode> DeleteAsync(string document, string? token) => SendAsync(HttpMethod.Delete, $"{Documents}/{document}", null, token);

    public Task<HttpStatusCode> QueryAsync(string collection, bool onlyLive, string? token) => SendAsync(
        HttpMethod.Post,
        $"{Documents}:runQuery",
        $$$"""{"structuredQuery":{"from":[{"collectionId":"{{{collection}}}"}]{{{(onlyLive ? ",\"where\":{\"fieldFilter\":{\"field\":{\"fieldPath\":\"_deleted\"},\"op\":\"EQUAL\",\"value\":{\"booleanValue\":false}}}" : "")}}}}}""",
        token);

    public void Dispose() => http.Dispose();

    private string Documents => $"v1/projects/{Project}/databases/(default)/documents";

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, string? body, string? token)
    {
        using HttpRequestMessage request = new(method, $"http://{host}/{path}") { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        using HttpResponseMessage response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private static string Base64Url(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
