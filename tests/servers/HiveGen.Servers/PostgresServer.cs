namespace HiveGen.Servers;

/// <summary>PostgreSQL with the user and password <c>hive</c>. It does not sync its disk: data survives a crash of the server, not of the machine.</summary>
public sealed class PostgresServer : TestServer, ITestServer
{
    /// <summary>The user, and the password.</summary>
    public const string User = "hive";

    private static readonly string[] Folders = [.. Tool.Versions("/usr/lib/postgresql/*/bin"), .. Tool.Versions(@"C:\Program Files\PostgreSQL\*\bin")];

    /// <inheritdoc/>
    public static string? Missing => Tool.MissingOf("initdb", "postgresql", Folders);

    /// <summary>The database that is there at the beginning.</summary>
    public string Url => UrlOf("postgres");

    private static ServerCommand Run(string program, params string[] arguments)
        => new(Tool.Require(program, "postgresql", Folders), arguments) { InsteadOfRoot = "postgres", Environment = new Dictionary<string, string> { ["PGPASSWORD"] = User, ["LC_ALL"] = "C" } };

    /// <summary>The address of a database.</summary>
    public string UrlOf(string database) => $"postgres://{User}:{User}@127.0.0.1:{Port}/{database}";

    /// <summary>Runs SQL, as a person does.</summary>
    /// <returns>The rows, a line each, values apart by <c>|</c>.</returns>
    public Task<string> SqlAsync(string sql, string database = "postgres")
        => ServerProcess.DoAsync(Run("psql", "-h", "127.0.0.1", "-p", $"{Port}", "-U", User, "-d", database, "-v", "ON_ERROR_STOP=1", "-qAt", "-X", "-f", "-"), sql);

    /// <inheritdoc/>
    protected override async Task MakeAsync()
    {
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            await ServerProcess.DoAsync(new ServerCommand(Tool.Require("chown", "coreutils"), "postgres", Folder.FullName));
        }

        // From a file that it may read: there is no terminal.
        string password = PathOf("password");
        await File.WriteAllTextAsync(password, User);
        await ServerProcess.DoAsync(Run("initdb", "-D", PathOf("data"), "-U", User, $"--pwfile={password}", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync"));
    }

    /// <inheritdoc/>
    protected override ServerCommand Command() => Run(
        "postgres", "-D", PathOf("data"), "-p", $"{Port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "max_connections=60");

    /// <inheritdoc/>
    protected override Signal StopSignal => Signal.Interrupt; // at SIGTERM it would wait for its clients

    /// <inheritdoc/>
    protected override async Task<bool> AnswersAsync(CancellationToken cancellationToken)
        => await CanConnectAsync(Port, cancellationToken)
            && (await ServerProcess.RunAsync(Run("pg_isready", "-h", "127.0.0.1", "-p", $"{Port}", "-q"), cancellationToken: cancellationToken)).ExitCode == 0;
}
