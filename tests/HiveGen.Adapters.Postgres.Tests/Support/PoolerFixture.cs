namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>A PostgreSQL with pgbouncer in transaction mode before it, as Neon's pooled addresses are. Not started where it is missing and may be.</summary>
public sealed class PoolerFixture : IAsyncLifetime
{
    private PostgresServer? server;
    private PgBouncerServer? pooler;

    public PostgresServer Server => server ?? throw new InvalidOperationException(PgBouncerServer.Missing);

    public PgBouncerServer Pooler => pooler ?? throw new InvalidOperationException(PgBouncerServer.Missing);

    public async Task InitializeAsync()
    {
        if (PgBouncerServer.Missing is null || RequiresAttribute.IsContinuousIntegration)
        {
            server = new PostgresServer();
            await server.StartAsync();
            pooler = new PgBouncerServer(server);
            await pooler.StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (pooler is not null)
        {
            await pooler.DisposeAsync();
        }

        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
