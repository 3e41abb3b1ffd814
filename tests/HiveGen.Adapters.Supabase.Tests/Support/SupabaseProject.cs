namespace HiveGen.Tests;

/// <summary>A project: PostgreSQL, PostgREST and the gateway, for all tests of the assembly.</summary>
public sealed class SupabaseProject : IAsyncLifetime
{
    private PostgresServer? postgres;
    private PostgrestServer? postgrest;
    private SupabaseGateway? gateway;

    /// <summary>The database.</summary>
    public PostgresServer Postgres => postgres ?? throw new InvalidOperationException(PostgrestServer.Missing);

    /// <summary>What Supabase puts before it.</summary>
    public PostgrestServer Postgrest => postgrest ?? throw new InvalidOperationException(PostgrestServer.Missing);

    /// <summary>What the target talks to.</summary>
    public SupabaseGateway Gateway => gateway ?? throw new InvalidOperationException(PostgrestServer.Missing);

    public async Task InitializeAsync()
    {
        if (PostgrestServer.Missing is not null && !RequiresAttribute.IsContinuousIntegration)
        {
            return;
        }

        postgres = new PostgresServer();
        await postgres.StartAsync();
        postgrest = new PostgrestServer(postgres, "postgres", SupabaseKeys.SigningSecret);
        await postgrest.StartAsync();
        gateway = new SupabaseGateway(postgrest.Url);
        await gateway.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (postgres is not null)
        {
            await gateway!.DisposeAsync();
            await postgrest!.DisposeAsync();
            await postgres.DisposeAsync();
        }
    }
}
