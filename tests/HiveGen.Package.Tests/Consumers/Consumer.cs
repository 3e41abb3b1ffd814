using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HiveGen.Package.Tests;

/// <summary>
/// A folder of somebody who has nothing of ours but the packages. HiveGen comes from the feed alone and is unpacked into a folder of its own, so that nothing
/// stale is used; everything else comes from where this machine gets its packages.
/// </summary>
internal sealed partial class Consumer : IDisposable
{
    private readonly TestFolder folder = new();

    private Consumer() => Directory.CreateDirectory(Root);

    public string Root => folder.File("consumer");

    private string Packages => folder.File("packages");

    public static async Task<Consumer> CreateAsync(Feed feed)
    {
        Consumer consumer = new();
        // As the SDK lists them: "  1.  nuget.org [Enabled]"
        string sources = await DotNet.RunAsync(consumer.Root, "nuget list source");
        XElement mapping = new("packageSourceMapping", Mapping("hivegen", "HiveGen*"), SourceName().Matches(sources).Select(static source => Mapping(source.Groups[1].Value, "*")));
        XElement configuration = new(
            "configuration",
            new XElement("packageSources", Add("hivegen", feed.Folder)),
            // What the machine has unpacked already need not be fetched again; of HiveGen it has nothing, or it is left out.
            Directory.GetDirectories(Repository.PackagesFolder, "hivegen*").Length > 0 ? null : new XElement("fallbackPackageFolders", Add("machine", Repository.PackagesFolder)),
            mapping);
        configuration.Save(Path.Combine(consumer.Root, "nuget.config"));
        return consumer;

        static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
        static XElement Mapping(string key, string pattern) => new("packageSource", new XAttribute("key", key), new XElement("package", new XAttribute("pattern", pattern)));
    }

    public string Folder(string name) => Path.Combine(Root, name);

    public void Write(string path, string text)
    {
        string file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public Task<string> DotNetAsync(string folder, string arguments) => DotNet.RunAsync(Folder(folder), arguments, Packages);

    public Task<(int ExitCode, string Output)> TryDotNetAsync(string folder, string arguments) => DotNet.TryAsync(Folder(folder), arguments, Packages);

    public RunningApp Start(string folder, string arguments) => new(DotNet.Start(Folder(folder), arguments, Packages));

    /// <summary>Does what a chapter of the README says, up to its <c>dotnet run</c>. Returns the folder of the project.</summary>
    public async Task<string> FollowAsync(Readme readme)
    {
        Assert.Equal("dotnet run", readme.Commands[^1]);
        string at = "";
        foreach (string command in readme.Commands.SkipLast(1))
        {
            if (command.StartsWith("cd ", StringComparison.Ordinal))
            {
                at = command[3..];
                continue;
            }

            Assert.StartsWith("dotnet ", command, StringComparison.Ordinal);
            await DotNetAsync(at, command["dotnet ".Length..]);
        }

        Assert.NotEmpty(readme.Files);
        foreach ((string name, string text) in readme.Files)
        {
            Write(Path.Combine(at, name), text);
        }

        return at;
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex(@"^\s*\d+\.\s+(.+?) \[Enabled\]\s*$", RegexOptions.Multiline)]
    private static partial Regex SourceName();
}
