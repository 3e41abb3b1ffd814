using Npgsql;

namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>An empty database on a server, and questions to it past the adapter and past any pooler.</summary>
public sealed class TestDatabase(PostgresServer server)
{
    private static int last;

    /// <summary>Its name.</summary>
    public string Name { get; } = $"test_{Interlocked.Increment(ref last)}";

    /// <summary>Its address at the server itself.</summary>
    public string Url => server.UrlOf(Name);

    private string Direct => $"Host=127.0.0.1;Port={server.Port};Username={PostgresServer.User};Password={PostgresServer.User};Database={Name};Pooling=false";

    public Task MakeAsync() => AtAsync("postgres", $"CREATE DATABASE {Name} TEMPLATE template0");

    public Task DropAsync() => AtAsync("postgres", $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");

    /// <summary>Runs statements.</summary>
    public Task RunAsync(string sql) => AtAsync(Name, sql);

    /// <summary>The first value of the first row; null when there is none.</summary>
    public async Task<T?> OneAsync<T>(string sql)
    {
        await using NpgsqlConnection connection = await OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    /// <summary>Waits until so many sessions wait for a lock.</summary>
    public async Task WaitersAsync(int expected)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1));
        while (await OneAsync<long>($"SELECT count(*) FROM pg_stat_activity WHERE datname = '{Name}' AND wait_event_type = 'Lock'") < expected)
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A connection past the adapter.</summary>
    public async Task<NpgsqlConnection> OpenAsync()
    {
        NpgsqlConnection connection = new(Direct);
        await connection.OpenAsync();
        return connection;
    }

    private async Task AtAsync(string database, string sql)
    {
        await using NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(Direct) { Database = database }.ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
