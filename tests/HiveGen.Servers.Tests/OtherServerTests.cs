using System.Net.Http.Json;

namespace HiveGen.Servers.Tests;

[Requires<MariaDbServer>]
public sealed class MariaDbServerTests
{
    [ServerFact]
    public async Task It_starts_again_after_a_stop_and_a_crash()
    {
        await using MariaDbServer server = new();
        await server.StartAsync();
        await server.RestartAsync();
        await server.KillAsync();
        Assert.False(server.Running);
        await server.StartAsync();
        Assert.True(server.Running);
    }
}

[Requires<SqldServer>]
public sealed class SqldServerTests
{
    [ServerFact]
    public async Task It_keeps_its_data()
    {
        await using SqldServer server = new();
        await server.StartAsync();
        await RunAsync(server, "CREATE TABLE t (v)");
        await server.RestartAsync();
        Assert.Contains("already exists", await RunAsync(server, "CREATE TABLE t (v)"), StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(SqldServer server, string sql)
    {
        using HttpClient client = new();
        using HttpResponseMessage answer = await client.PostAsJsonAsync(new Uri(server.Url, "v2/pipeline"), new { requests = new[] { new { type = "execute", stmt = new { sql } } } });
        return await answer.Content.ReadAsStringAsync();
    }
}
