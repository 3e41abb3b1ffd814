using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace HiveGen.Trimming.Tests;

/// <summary>An app, published trimmed and self-contained, and running in a folder of its own.</summary>
public sealed partial class PublishedApp : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly Process process;

    private PublishedApp(Process process, string work, string log) => (this.process, Work, PublishLog) = (process, work, log);

    public HttpClient Client { get; } = new();

    public string PublishLog { get; }

    /// <summary>Where it runs, and its databases are.</summary>
    public string Work { get; }

    /// <param name="key">What the project file calls the path of the app's project.</param>
    /// <param name="folder">For everything that is made; what two apps share is built there once.</param>
    public static async Task<PublishedApp> StartAsync(string key, string folder)
    {
        string project = typeof(PublishedApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
        string output = Path.Combine(folder, key);
        string log = await RunAsync("dotnet", ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "-o", output, "--artifacts-path", Path.Combine(folder, "build")]);

        string work = Directory.CreateDirectory(Path.Combine(folder, key + "-work")).FullName;
        string program = Path.Combine(output, Path.GetFileNameWithoutExtension(project) + (OperatingSystem.IsWindows() ? ".exe" : ""));
        PublishedApp app = new(Process.Start(Start(program, ["--urls", "http://127.0.0.1:0"], work))!, work, log);
        app.Client.BaseAddress = await app.ListeningAsync().WaitAsync(TimeSpan.FromMinutes(1));
        app.Client.DefaultRequestHeaders.Add("X-Sync-Secret", Secret);
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
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
        using Process command = Process.Start(Start(file, arguments))!;
        Task<string> output = command.StandardOutput.ReadToEndAsync(), error = command.StandardError.ReadToEndAsync();
        await command.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(8));
        string log = await output + await error;
        return command.ExitCode == 0 ? log : throw new InvalidOperationException(log);
    }

    private async Task<Uri> ListeningAsync()
    {
        List<string> lines = [];
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = process.StandardOutput.ReadToEndAsync(); // an unread pipe would block the app
                _ = process.StandardError.ReadToEndAsync();
                return new Uri(match.Groups[1].Value);
            }
        }

        throw new InvalidOperationException(string.Join('\n', lines) + await process.StandardError.ReadToEndAsync());
    }

    [GeneratedRegex("Now listening on: (http://[^ ]+)")]
    private static partial Regex Listening();
}
