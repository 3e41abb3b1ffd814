using System.Diagnostics;
using System.Text.RegularExpressions;

namespace HiveGen.Package.Tests;

/// <summary>A web app that runs as a process of its own, until it is disposed.</summary>
internal sealed partial class RunningApp : IAsyncDisposable
{
    private readonly Process process;

    public RunningApp(ProcessStartInfo start)
    {
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        process = Process.Start(start)!;
    }

    /// <summary>A client of the address it listens at.</summary>
    public async Task<HttpClient> ClientAsync()
    {
        List<string> lines = [];
        using CancellationTokenSource timeout = new(TimeSpan.FromMinutes(3));
        while (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            lines.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // an unread pipe would block the app
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return new HttpClient { BaseAddress = new Uri(match.Groups[1].Value) };
            }
        }

        throw new InvalidOperationException(string.Join('\n', lines) + await process.StandardError.ReadToEndAsync(timeout.Token));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex("Now listening on: (http://[^ ]+)")]
    private static partial Regex Listening();
}
