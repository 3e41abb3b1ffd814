using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using HiveGen.Servers;

namespace HiveGen.Tests;

/// <summary>One sqld with tokens for all tests of the assembly, and a look into it past the adapter.</summary>
public sealed class Sqld : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private SqldServer? server;
    private Tokens? tokens;

    public SqldServer Server => server ?? throw new InvalidOperationException("sqld is missing: " + SqldServer.Missing);

    public Tokens Tokens => tokens!;

    public async Task InitializeAsync()
    {
        if (SqldServer.Missing is null || RequiresAttribute.IsContinuousIntegration)
        {
            tokens = await Tokens.MakeAsync();
            server = new SqldServer { JwtKey = tokens.PublicKey };
            await server.StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>Takes every table and view away.</summary>
    public async Task ClearAsync()
    {
        if (!Server.Running)
        {
            await Server.StartAsync();
        }

        foreach (JsonElement row in await ReadAsync("SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_litestream%' ESCAPE '\\' AND name NOT LIKE 'libsql_%' ORDER BY type DESC, rowid DESC"))
        {
            await ReadAsync($"DROP {row[0].GetProperty("value").GetString()} \"{row[1].GetProperty("value").GetString()}\"");
        }
    }

    /// <summary>Runs a statement; every value of a row is the protocol's object.</summary>
    public async Task<List<JsonElement>> ReadAsync(string sql)
    {
        JsonObject body = new() { ["requests"] = new JsonArray(new JsonObject { ["type"] = "execute", ["stmt"] = new JsonObject { ["sql"] = sql } }, new JsonObject { ["type"] = "close" }) };
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(Server.Url, "v2/pipeline")) { Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json")) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Tokens.ReadWrite);
        using HttpResponseMessage response = await http.SendAsync(request);
        JsonElement result = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("results")[0];
        Assert.True(result.GetProperty("type").GetString() == "ok", result.ToString());
        return [.. result.GetProperty("response").GetProperty("result").GetProperty("rows").EnumerateArray()];
    }
}
