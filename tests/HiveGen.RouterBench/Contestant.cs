using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace HiveGen.RouterBench;

/// <summary>A server in a process of its own, on one core.</summary>
internal sealed class Contestant(string name, int port, Process process) : IDisposable
{
    private const double TicksPerSecond = 100; // of /proc, on every Linux of today

    public string Name => name;

    public int Port => port;

    /// <summary>Requests a second, a round each.</summary>
    public List<double> Rates { get; } = [];

    /// <summary>Microseconds of CPU a request, a round each.</summary>
    public List<double> Cpu { get; } = [];

    public static Contestant Start(string name, int port, string cpu, params string[] command)
    {
        ProcessStartInfo start = new("taskset", ["-c", cpu, .. command]) { WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["SYNC_SECRET"] = Load.Secret;
        if (command.Contains("--inline"))
        {
            start.Environment["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1";
        }

        return new Contestant(name, port, Process.Start(start)!);
    }

    public async Task ReadyAsync()
    {
        for (int i = 0; i < 100; i++)
        {
            try
            {
                using TcpClient client = new();
                await client.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException($"{name} does not listen at {port}.");
    }

    public async Task RoundAsync(string script, int seconds, string cpu)
    {
        double before = CpuSeconds();
        (long requests, double perSecond) = await Load.RunAsync(script, port, seconds, cpu);
        Cpu.Add((CpuSeconds() - before) / requests * 1e6);
        Rates.Add(perSecond);
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private double CpuSeconds()
    {
        string[] stat = File.ReadAllText($"/proc/{process.Id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (double.Parse(stat[11], CultureInfo.InvariantCulture) + double.Parse(stat[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }
}
