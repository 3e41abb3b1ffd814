namespace HiveGen.Servers;

/// <summary>mongosh, MongoDB's own shell.</summary>
public static class MongoShell
{
    /// <summary>Runs a script.</summary>
    /// <param name="connectionString">The server and database.</param>
    /// <param name="script">The script.</param>
    /// <returns>Its exit code and everything it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string connectionString, string script)
    {
        string folder = await NpmPackages.GetAsync("mongosh");
        string file = Path.Combine(folder, $"{Guid.NewGuid():N}.js");
        await File.WriteAllTextAsync(file, script);
        try
        {
            string shell = Path.Combine(folder, "node_modules", "@mongosh", "cli-repl", "bin", "mongosh.js");
            return await ServerProcess.RunAsync(new ServerCommand(Tool.Require("node", "nodejs"), shell, connectionString, "--quiet", "--norc", "--file", file)
            {
                Folder = folder,
                Environment = new Dictionary<string, string> { ["HOME"] = folder, ["USERPROFILE"] = folder }, // where it keeps its logs
            });
        }
        finally
        {
            File.Delete(file);
        }
    }
}
