using System.Net;
using System.Net.Sockets;

namespace HiveGen.Servers;

/// <summary>
/// A real server that tests start: on 127.0.0.1, on a free port, with its data in a temporary folder. It keeps port and data when
/// it is stopped and started. One test at a time.
/// </summary>
public abstract class TestServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private ServerProcess? process;
    private bool made;

    /// <summary>Where it listens.</summary>
    public int Port { get; } = FreePort();

    /// <summary>Its folder: data, settings, whatever it writes.</summary>
    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("hive-");

    /// <summary>Whether its process runs.</summary>
    public bool Running => process is { HasExited: false };

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended, or did not answer in time; the message has what it wrote.</exception>
    public async Task StartAsync()
    {
        if (!made)
        {
            await MakeAsync();
            made = true;
        }

        process = ServerProcess.Start(Command());
        using CancellationTokenSource limit = new(StartLimit);
        // Another server may have the port, and answer in its place.
        while (process.HasExited || !await AnswersAsync(limit.Token))
        {
            if (process.HasExited || limit.IsCancellationRequested)
            {
                string why = process.HasExited ? "ended while it was starting" : $"did not answer within {StartLimit.TotalSeconds:0} s";
                ServerProcess ended = process;
                await StopAsync();
                throw new InvalidOperationException($"{GetType().Name} {why}. It wrote:{Environment.NewLine}{ended.Log}");
            }

            await Task.WhenAny(process.Exited, Task.Delay(Between));
        }
    }

    /// <summary>Stops it as an administrator does: clients are cut off. Does nothing when it is not running.</summary>
    public Task StopAsync() => EndAsync(StopSignal);

    /// <summary>Ends it without warning, as a crash does. Does nothing when it is not running.</summary>
    public Task KillAsync() => EndAsync(null);

    /// <summary>Stops and starts it.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Stops it and deletes its data.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        await StopAsync();
        Folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes its data and settings, once, before the first start.</summary>
    protected virtual Task MakeAsync() => Task.CompletedTask;

    /// <summary>How its process is started; it stays in the foreground.</summary>
    protected abstract ServerCommand Command();

    /// <summary>Whether clients can use it.</summary>
    protected virtual Task<bool> AnswersAsync(CancellationToken cancellationToken) => CanConnectAsync(Port, cancellationToken);

    /// <summary>The signal at which it ends at once, on systems that have signals.</summary>
    protected virtual Signal StopSignal => Signal.Terminate;

    /// <summary>A path in its folder.</summary>
    protected string PathOf(string name) => Path.Combine(Folder.FullName, name);

    /// <summary>Whether something listens on a port.</summary>
    protected static async Task<bool> CanConnectAsync(int port, CancellationToken cancellationToken)
    {
        using TcpClient client = new();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Whether an address is answered at all, whatever the status.</summary>
    protected static async Task<bool> AnswersHttpAsync(Uri address, CancellationToken cancellationToken)
    {
        using HttpClient client = new() { Timeout = TimeSpan.FromSeconds(2) };
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(address, cancellationToken);
            return (int)answer.StatusCode < (int)HttpStatusCode.InternalServerError;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task EndAsync(Signal? signal)
    {
        if (process is not null)
        {
            await process.EndAsync(signal);
            process = null;
        }
    }
}
