namespace HiveGen.Servers;

/// <summary>
/// A server in Node of the project's own: <c>tests/servers/&lt;name&gt;/&lt;name&gt;.mjs</c> beside its package.json. It finds its port in the
/// variable PORT and listens on 127.0.0.1. Derive a server from it, which says what its script needs.
/// </summary>
/// <param name="name">The folder below <c>tests/servers</c>, and its script.</param>
public class NodeFront(string name) : TestServer
{
    private string folder = "";

    /// <summary>Where it answers.</summary>
    public Uri Url => new($"http://127.0.0.1:{Port}/");

    /// <summary>Arguments of the script.</summary>
    protected virtual IReadOnlyList<string> Arguments => [];

    /// <summary>Variables of its environment, beside PORT.</summary>
    protected virtual IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>();

    /// <inheritdoc/>
    protected override async Task MakeAsync() => folder = await NpmPackages.GetAsync(name);

    /// <inheritdoc/>
    protected override ServerCommand Command() => new(Tool.Require("node", "nodejs"), [Path.Combine(folder, name + ".mjs"), .. Arguments])
    {
        Folder = folder,
        Environment = new Dictionary<string, string>(Variables) { ["PORT"] = $"{Port}" },
    };
}
