namespace HiveGen.Servers;

/// <summary>Node and npm, for tests that check with tools of theirs.</summary>
public sealed class Node : ITestServer
{
    /// <inheritdoc/>
    public static string? Missing => NpmPackages.Missing;

    /// <summary>Runs a script of a folder below <c>tests/servers</c> to its end.</summary>
    /// <param name="name">The folder.</param>
    /// <param name="script">The script in it.</param>
    /// <param name="input">What it reads from its standard input.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>Its exit code and everything it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string name, string script, string? input, params IReadOnlyList<string> arguments)
    {
        string folder = await NpmPackages.GetAsync(name);
        return await ServerProcess.RunAsync(new ServerCommand(Tool.Require("node", "nodejs"), [Path.Combine(folder, script), .. arguments]) { Folder = folder }, input);
    }
}
