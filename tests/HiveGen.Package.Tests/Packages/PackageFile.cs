using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace HiveGen.Package.Tests;

/// <summary>A package, opened: its files and what its nuspec says.</summary>
public sealed class PackageFile
{
    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public PackageFile(string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        foreach (ZipArchiveEntry entry in zip.Entries.Where(static entry => !IsContainer(entry.FullName)))
        {
            using MemoryStream content = new();
            using Stream stream = entry.Open();
            stream.CopyTo(content);
            files.Add(entry.FullName, content.ToArray());
        }

        using MemoryStream nuspec = new(files.Single(static file => file.Key.EndsWith(".nuspec", StringComparison.Ordinal)).Value);
        Metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        Symbols = path.EndsWith(".snupkg", StringComparison.Ordinal) || !File.Exists(Path.ChangeExtension(path, ".snupkg")) ? null : new PackageFile(Path.ChangeExtension(path, ".snupkg"));
    }

    public PackageFile? Symbols { get; }

    public string Id => Value("id")!;

    public string Version => Value("version")!;

    public IEnumerable<string> Files => files.Keys.Where(static name => !name.EndsWith(".nuspec", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private XElement Metadata { get; }

    public string? Value(string name) => Metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

    public byte[] Bytes(string name) => files[name];

    public string Text(string name) => Encoding.UTF8.GetString(Bytes(name)).TrimStart('\uFEFF').ReplaceLineEndings("\n");

    /// <summary>Everything in a text to approve: files, then symbols, then the nuspec; the version and the commit are left out.</summary>
    public string Describe()
    {
        StringBuilder text = new();
        text.AppendJoin('\n', Files).Append('\n');
        text.AppendJoin("", Symbols?.Files.Select(static name => "symbols: " + name + "\n") ?? []).Append('\n');
        XElement shown = new(Metadata);
        shown.Elements().Where(static element => element.Name.LocalName is "version" or "repository").Remove();
        return text.Append(shown.ToString().ReplaceLineEndings("\n").Replace($"[{Version}]", "[$version]", StringComparison.Ordinal)).Append('\n').ToString();
    }

    /// <summary>What belongs to the container of every package.</summary>
    private static bool IsContainer(string name) => name is "[Content_Types].xml" || name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal);
}
