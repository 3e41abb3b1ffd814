using System.Diagnostics;

namespace HiveGen.Servers;

/// <summary>A process that runs until it is ended, and the last lines it wrote.</summary>
public sealed class ServerProcess
{
    private const int Lines = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly Queue<string> log = new();

    private ServerProcess(Process process) => this.process = process;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Ends with the process.</summary>
    public Task Exited => process.WaitForExitAsync();

    /// <summary>The last lines of its output.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return string.Join(Environment.NewLine, log);
            }
        }
    }

    /// <summary>Starts it. It is ended with this process at the latest, and by the next start after one that was killed.</summary>
    public static ServerProcess Start(ServerCommand command)
    {
        ServerProcess started = new(new Process { StartInfo = StartInfo(command), EnableRaisingEvents = true });
        started.process.OutputDataReceived += started.Note;
        started.process.ErrorDataReceived += started.Note;
        Orphans.EndAll();
        started.process.Start();
        Orphans.Add(started.process);
        started.process.StandardInput.Close();
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code and everything it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(ServerCommand command, string? input = null, CancellationToken cancellationToken = default)
    {
        using Process process = new() { StartInfo = StartInfo(command) };
        process.Start();
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>The same; anything but exit code 0 is an exception with what it wrote.</summary>
    public static async Task<string> DoAsync(ServerCommand command, string? input = null, CancellationToken cancellationToken = default)
    {
        (int exitCode, string output) = await RunAsync(command, input, cancellationToken);
        return exitCode == 0 ? output : throw new InvalidOperationException($"{command.Program} {string.Join(' ', command.Arguments)} ended with {exitCode}: {output}");
    }

    /// <summary>Ends it: by a signal, and if it does not obey in time, or there is none, by force. Then <see cref="Log"/> has the last of what it wrote.</summary>
    public async Task EndAsync(Signal? signal)
    {
        if (signal is { } polite && UnixSignals.Send(process, polite))
        {
            using CancellationTokenSource limit = new(Patience);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        // One that has ended may have left lines that are not read yet; a child that holds its output is not waited for any longer.
        using CancellationTokenSource last = new(Patience);
        await process.WaitForExitAsync(last.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Orphans.Remove(process);
        process.Dispose();
    }

    private static ProcessStartInfo StartInfo(ServerCommand command)
    {
        // setpriv becomes the program, so that the process is the server's own; runuser and sudo would stand before it.
        string[] prefix = command.InsteadOfRoot is { } account && Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
            ? [Tool.Require("setpriv", "util-linux"), $"--reuid={account}", $"--regid={account}", "--init-groups"]
            : [];
        string[] line = [.. prefix, command.Program, .. command.Arguments];
        ProcessStartInfo start = new(line[0], line[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = command.Folder ?? "",
        };
        foreach ((string name, string value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void Note(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lock (log)
            {
                log.Enqueue(text);
                if (log.Count > Lines)
                {
                    log.Dequeue();
                }
            }
        }
    }
}
