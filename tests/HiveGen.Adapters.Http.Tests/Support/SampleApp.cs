using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HiveGen.Tests;

/// <summary>A sample app as its own process, killed and started again at the same address.</summary>
internal sealed class SampleApp(string name, params string[] arguments) : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private Process? process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync()
    {
        // Beside the tests' own output, wherever that lies and whatever the configuration is called.
        DirectoryInfo own = new(AppContext.BaseDirectory);
        string app = Path.Combine(own.Parent!.Parent!.FullName, name, own.Name, name + ".dll");
        process = Process.Start(new ProcessStartInfo("dotnet", [app, "--urls=" + Address, "--environment=Development", "--Logging:LogLevel:Default=Error", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ = process.StandardOutput.ReadToEndAsync(); // an unread pipe would block it
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await Eventually.TrueAsync(
            async () =>
            {
                Assert.False(process.HasExited, $"{name} ended: {(process.HasExited ? await errors : "")}");
                return await AnswersAsync();
            },
            $"{name} does not answer.");
    }

    /// <summary>Kills it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync().WaitAsync(Limit);
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }

        client.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Whether it answers now.</summary>
    public async Task<bool> AnswersAsync()
    {
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri(Address, "/nothing-here"));
            return answer.StatusCode == HttpStatusCode.NotFound;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
