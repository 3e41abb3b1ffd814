namespace HiveGen.Servers;

/// <summary>MariaDB in strict mode with the database, user and password <c>hive</c>.</summary>
public sealed class MariaDbServer : TestServer, ITestServer
{
    /// <summary>The database, the user, and the password.</summary>
    public const string User = "hive";

    private static readonly string[] Folders = [.. Tool.Versions(@"C:\Program Files\MariaDB *\bin")];

    /// <inheritdoc/>
    public static string? Missing => Tool.MissingOf("mariadbd", "mariadb-server", Folders) ?? Tool.MissingOf("mariadb-install-db", "mariadb-server", Folders);

    /// <summary>A connection string of .NET's drivers.</summary>
    public string ConnectionString => $"Server=127.0.0.1;Port={Port};User ID={User};Password={User};Database={User}";

    /// <summary>A connection string of the drivers of Node.</summary>
    public string Url => $"mysql://{User}:{User}@127.0.0.1:{Port}/{User}";

    /// <inheritdoc/>
    protected override async Task MakeAsync()
    {
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            await ServerProcess.DoAsync(new ServerCommand(Tool.Require("chown", "coreutils"), "mysql", Folder.FullName));
        }

        // The server runs it before it listens.
        await File.WriteAllTextAsync(PathOf("init.sql"), $"""
            CREATE DATABASE IF NOT EXISTS {User} CHARACTER SET utf8mb4;
            CREATE USER IF NOT EXISTS {User}@'127.0.0.1' IDENTIFIED BY '{User}';
            GRANT ALL ON *.* TO {User}@'127.0.0.1' WITH GRANT OPTION;
            """);
        await ServerProcess.DoAsync(Run("mariadb-install-db", [.. Start, "--auth-root-authentication-method=normal", "--skip-test-db"]));
    }

    /// <inheritdoc/>
    protected override ServerCommand Command() => Run("mariadbd", [
        .. Start, $"--port={Port}", "--bind-address=127.0.0.1", $"--socket={PathOf("socket")}", $"--pid-file={PathOf("pid")}", $"--init-file={PathOf("init.sql")}",
        "--innodb-flush-log-at-trx-commit=2", "--innodb-flush-method=nosync", "--sync-frm=OFF", "--innodb-file-per-table=OFF", "--innodb-buffer-pool-size=64M", "--character-set-server=utf8mb4", "--sql-mode=STRICT_ALL_TABLES", "--skip-name-resolve"]);

    private string[] Start => ["--no-defaults", $"--datadir={PathOf("data")}", .. Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? (string[])["--user=mysql"] : []];

    private static ServerCommand Run(string program, params string[] arguments) => new(Tool.Require(program, "mariadb-server", Folders), arguments);
}
