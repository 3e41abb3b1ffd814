namespace HiveGen.Servers.Tests;

[Requires<PostgresServer>]
public sealed class PostgresServerTests
{
    [ServerFact]
    public async Task It_keeps_port_and_data_through_a_stop_and_a_crash()
    {
        await using PostgresServer server = new();
        await server.StartAsync();
        int port = server.Port;
        await server.SqlAsync("CREATE TABLE t (v text); INSERT INTO t VALUES ('kept')");
        await server.RestartAsync();
        Assert.Equal("kept", (await server.SqlAsync("SELECT v FROM t")).Trim());
        await server.KillAsync();
        Assert.False(server.Running);
        await Assert.ThrowsAsync<InvalidOperationException>(() => server.SqlAsync("SELECT 1"));
        await server.StartAsync();
        Assert.Equal("kept", (await server.SqlAsync("SELECT v FROM t")).Trim());
        Assert.Equal(port, server.Port);
    }

    [ServerFact]
    public async Task A_pooler_stands_before_it()
    {
        await using PostgresServer server = new();
        await server.StartAsync();
        await using PgBouncerServer pooler = new(server);
        await pooler.StartAsync();
        await pooler.RestartAsync();
        Assert.True(pooler.Running);
    }

    [ServerFact]
    public async Task PostgREST_serves_it()
    {
        await using PostgresServer server = new();
        await server.StartAsync();
        await using PostgrestServer rest = new(server, "postgres", new string('s', 40));
        await rest.StartAsync();
        using HttpClient client = new();
        Assert.Contains("PostgREST", await client.GetStringAsync(rest.Url), StringComparison.Ordinal);
        await rest.RestartAsync();
        Assert.Contains("PostgREST", await client.GetStringAsync(rest.Url), StringComparison.Ordinal);
    }
}
