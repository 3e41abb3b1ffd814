using Xunit;

namespace HiveGen.Servers;

/// <summary>
/// One server for a collection of test classes, started before the first. Where it is missing and may be, it is not started: every
/// test of the collection is skipped then.
/// </summary>
/// <typeparam name="TServer">The server.</typeparam>
public sealed class ServerFixture<TServer> : IAsyncLifetime
    where TServer : TestServer, ITestServer, new()
{
    private TServer? server;

    /// <summary>The server, running.</summary>
    public TServer Server => server ?? throw new InvalidOperationException($"{typeof(TServer).Name} is missing: {TServer.Missing}");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (TServer.Missing is null || RequiresAttribute.IsContinuousIntegration)
        {
            server = new TServer();
            await server.StartAsync();
        }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
