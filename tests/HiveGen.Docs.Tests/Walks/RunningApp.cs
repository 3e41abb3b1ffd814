using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace HiveGen.Docs.Tests.Walks;

/// <summary>A sample as a process of its own, in the reader's folder. It is ended as <c>kill -9</c> does: a page may not depend on more.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder log = new();

    private RunningApp(Process process) => this.process = process;

    /// <summary>What it has written so far.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    /// <summary>Starts it, and waits until it answers.</summary>
    public static async Task<RunningApp> StartAsync(string name, string folder, int port, IReadOnlyDictionary<string, string> environment)
    {
        RunningApp app = new(Launch(name, folder, environment, [$"--urls=http://127.0.0.1:{port}", "--environment=Development", "--Logging:LogLevel:Microsoft=Warning"]));
        app.process.OutputDataReceived += (_, line) => app.Write(line.Data);
        app.process.ErrorDataReceived += (_, line) => app.Write(line.Data);
        app.process.BeginOutputReadLine();
        app.process.BeginErrorReadLine();
        await Eventually.TrueAsync(() => app.AnswersAsync(name, port), $"{name} does not answer: {app.Log}");
        return app;
    }

    /// <summary>Runs it to its end, and gives what it wrote to the standard output.</summary>
    public static async Task<string> RunAsync(string name, string folder, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        using Process process = Launch(name, folder, environment, [.. arguments]);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync().WaitAsync(Limit);
        await process.WaitForExitAsync().WaitAsync(Limit);
        return output + await errors;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Limit);
        process.Dispose();
    }

    private static Process Launch(string name, string folder, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        // Beside the tests' own output, wherever that lies and whatever the configuration is called.
        DirectoryInfo own = new(AppContext.BaseDirectory);
        string program = Path.Combine(own.Parent!.Parent!.FullName, name, own.Name, name + ".dll");
        ProcessStartInfo start = new("dotnet", [program, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string key, string value) in environment)
        {
            start.Environment[key] = value;
        }

        return Process.Start(start)!;
    }

    private async Task<bool> AnswersAsync(string name, int port)
    {
        Assert.False(process.HasExited, $"{name} has ended: {Log}");
        using TcpClient client = new();
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Write(string? line)
    {
        lock (log)
        {
            log.Append(line).Append('\n');
        }
    }
}
