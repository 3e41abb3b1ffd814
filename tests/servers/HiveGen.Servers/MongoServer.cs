namespace HiveGen.Servers;

/// <summary>A server of the project's own that speaks MongoDB's protocol; the official client is tried against it, too.</summary>
public sealed class MongoServer() : NodeFront("mongo"), ITestServer
{
    /// <summary>The one user, of the database <c>admin</c>.</summary>
    public const string User = "hive";

    /// <summary>Its password.</summary>
    public const string Password = "pa=ss,word:@/%";

    /// <inheritdoc/>
    public static string? Missing => NpmPackages.Missing;

    /// <summary>Key and certificate in one PEM text, for TLS; null for plain text. Set it before the first start.</summary>
    public string? Certificate { get; init; }

    /// <summary>Whether there is a user, who must log in.</summary>
    public bool HasUser { get; init; } = true;

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string> Variables
    {
        get
        {
            Dictionary<string, string> variables = new() { ["MONGO_DATA"] = PathOf("journal") };
            if (HasUser)
            {
                (variables["MONGO_USER"], variables["MONGO_PASSWORD"]) = (User, Password);
            }

            if (Certificate is not null)
            {
                variables["MONGO_TLS"] = PathOf("server.pem");
            }

            return variables;
        }
    }

    /// <summary>Where it is.</summary>
    /// <param name="options">The database and what follows it, such as <c>app?appName=test</c>.</param>
    /// <param name="password">The password; null for the right one.</param>
    public string ConnectionString(string options, string? password = null)
        => $"mongodb://{(HasUser ? $"{User}:{Uri.EscapeDataString(password ?? Password)}@" : "")}127.0.0.1:{Port}/{options}{(options.Contains('?', StringComparison.Ordinal) ? '&' : '?')}authSource=admin";

    /// <summary>Runs the official client against it.</summary>
    /// <returns>What it wrote: <c>ok</c> when it found nothing wrong.</returns>
    public async Task<string> TryOfficialClientAsync()
    {
        string folder = await NpmPackages.GetAsync("mongo");
        return await ServerProcess.DoAsync(new ServerCommand(Tool.Require("node", "nodejs"), Path.Combine(folder, "client.mjs"), ConnectionString("")) { Folder = folder });
    }

    /// <inheritdoc/>
    protected override async Task MakeAsync()
    {
        await base.MakeAsync();
        if (Certificate is not null)
        {
            await File.WriteAllTextAsync(PathOf("server.pem"), Certificate);
        }
    }
}
