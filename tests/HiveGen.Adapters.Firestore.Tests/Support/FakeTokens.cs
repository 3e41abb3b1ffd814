using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HiveGen.Tests;

/// <summary>Gives a token for a signed assertion, and looks at the signature.</summary>
internal sealed class FakeTokens : IAsyncDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private WebApplication app = null!;

    /// <summary>The claims of the assertions that came.</summary>
    public List<JsonNode> Claims { get; } = [];

    /// <summary>What is answered instead of a token.</summary>
    public (int Status, string Body)? Instead { get; set; }

    public string Uri => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/token";

    /// <summary>The key of the service account as Google's console gives it.</summary>
    public string Json => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["type"] = "service_account",
        ["project_id"] = "from-the-key",
        ["private_key_id"] = "key-1",
        ["private_key"] = key.ExportPkcs8PrivateKeyPem(),
        ["client_email"] = "hive@demo.iam.gserviceaccount.com",
        ["token_uri"] = Uri,
    });

    public static async Task<FakeTokens> StartAsync()
    {
        FakeTokens tokens = new();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        tokens.app = builder.Build();
        tokens.app.Run(tokens.AnswerAsync);
        await tokens.app.StartAsync();
        return tokens;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync();
        string[] parts = form["assertion"].ToString().Split('.');
        bool isGood = form["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer" && parts.Length == 3
            && Encoding.UTF8.GetString(Decode(parts[0])) == """{"alg":"RS256","typ":"JWT","kid":"key-1"}"""
            && key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Decode(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Claims.Add(JsonNode.Parse(Decode(parts[1]))!);
        (int status, string body) = Instead ?? (isGood ? (200, $$"""{"access_token":"token-{{Claims.Count}}","expires_in":3600,"token_type":"Bearer"}""") : (400, """{"error":"invalid_grant"}"""));
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }

    private static byte[] Decode(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
