namespace HiveGen.Servers;

/// <summary>pgbouncer in transaction mode before a PostgreSQL, as hosted poolers are: a connection has no session of its own.</summary>
public sealed class PgBouncerServer(PostgresServer postgres) : TestServer, ITestServer
{
    /// <inheritdoc/>
    public static string? Missing => PostgresServer.Missing ?? Tool.MissingOf("pgbouncer", "pgbouncer");

    /// <summary>The address of a database through it.</summary>
    public string UrlOf(string database) => $"postgres://{PostgresServer.User}:{PostgresServer.User}@127.0.0.1:{Port}/{database}";

    /// <inheritdoc/>
    protected override async Task MakeAsync()
    {
        await File.WriteAllTextAsync(PathOf("users.txt"), $"\"{PostgresServer.User}\" \"{PostgresServer.User}\"");
        await File.WriteAllTextAsync(PathOf("pgbouncer.ini"), $"""
            [databases]
            * = host=127.0.0.1 port={postgres.Port}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {Port}
            auth_type = scram-sha-256
            auth_file = {PathOf("users.txt")}
            pool_mode = transaction
            max_client_conn = 100
            default_pool_size = 5
            server_login_retry = 0
            unix_socket_dir =
            ignore_startup_parameters = extra_float_digits
            """);
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            await ServerProcess.DoAsync(new ServerCommand(Tool.Require("chown", "coreutils"), "-R", "postgres", Folder.FullName));
        }
    }

    /// <inheritdoc/>
    protected override ServerCommand Command() => new(Tool.Require("pgbouncer", "pgbouncer"), PathOf("pgbouncer.ini")) { InsteadOfRoot = "postgres" };
}
