using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Xunit;

namespace HiveGen.Trimming.Tests;

/// <summary>The proof app, published trimmed and self-contained into a folder of its own, and running.</summary>
public sealed partial class TrimmedApp : IAsyncLifetime
{
    public const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly string folder = Directory.CreateTempSubdirectory("hivegen-trim-").FullName;
    private Process? app;

    public HttpClient Client { get; } = new();

    public string PublishLog { get; private set; } = "";

    public async Task InitializeAsync()
    {
        string project = typeof(TrimmedApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "ProofProject").Value!;
        string output = Path.Combine(folder, "app");
        PublishLog = await RunAsync("dotnet", ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "-o", output, "--artifacts-path", Path.Combine(folder, "build")]);

        string work = Directory.CreateDirectory(Path.Combine(folder, "work")).FullName;
        app = Process.Start(Start(Path.Combine(output, OperatingSystem.IsWindows() ? "HiveGen.TrimProof.exe" : "HiveGen.TrimProof"), ["--urls", "http://127.0.0.1:0"], work))!;
        Client.BaseAddress = await ListeningAsync(app).WaitAsync(TimeSpan.FromMinutes(1));
        Client.DefaultRequestHeaders.Add("X-Sync-Secret", Secret);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (app is not null)
        {
            app.Kill(entireProcessTree: true);
            await app.WaitForExitAsync();
            app.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static ProcessStartInfo Start(string file, IEnumerable<string> arguments, string? work = null)
    {
        ProcessStartInfo start = new(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = work ?? "" };
        start.Environment["SYNC_SECRET"] = Secret;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return start;
    }

    private static async Task<string> RunAsync(string file, IEnumerable<string> arguments)
    {
        using Process process = Process.Start(Start(file, arguments))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(8));
        string log = await output + await error;
        return process.ExitCode == 0 ? log : throw new InvalidOperationException(log);
    }

    private static async Task<Uri> ListeningAsync(Process app)
    {
        List<string> lines = [];
        while (await app.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = app.StandardOutput.ReadToEndAsync(); // an unread pipe would block the app
                _ = app.StandardError.ReadToEndAsync();
                return new Uri(match.Groups[1].Value);
            }
        }

        throw new InvalidOperationException(string.Join('\n', lines) + await app.StandardError.ReadToEndAsync());
    }

    [GeneratedRegex("Now listening on: (http://[^ ]+)")]
    private static partial Regex Listening();
}
