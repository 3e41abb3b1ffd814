using System.Text;
using System.Text.RegularExpressions;

namespace HiveGen.Docs.Tests.Pages;

/// <summary>A page of the documentation: a Markdown file.</summary>
/// <param name="Name">Its path from the root of the repository, with slashes.</param>
internal sealed partial record Page(string Name)
{
    private static readonly Lock Writing = new();

    /// <summary>README.md and everything below docs.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        new("README.md"),
        .. Directory.GetFiles(System.IO.Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(static path => System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(static name => new Page(name)),
    ];

    public string Path => System.IO.Path.Combine(Repository.Root, Name);

    public string Text => File.ReadAllText(Path).ReplaceLineEndings("\n");

    /// <summary>Its fenced blocks, from the top; among them, without code, the addresses that the reader is to open.</summary>
    public List<Fence> Fences()
    {
        List<Fence> fences = [];
        string[] lines = Text.Split('\n');
        string heading = "";
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('#'))
            {
                heading = lines[i].TrimStart('#').Trim();
            }

            if (Comment().Match(lines[i]).Groups[1].Value is var address && address.StartsWith("open: ", StringComparison.Ordinal))
            {
                fences.Add(new Fence(Name, i + 1, "", address, heading, ""));
            }

            Match open = Opening().Match(lines[i]);
            if (!open.Success)
            {
                continue;
            }

            string indent = open.Groups[1].Value;
            StringBuilder code = new();
            int first = ++i;
            for (; lines[i] != indent + "```"; i++)
            {
                code.Append(lines[i].StartsWith(indent, StringComparison.Ordinal) ? lines[i][indent.Length..] : lines[i]).Append('\n');
            }

            Match mark = first >= 2 ? Comment().Match(lines[first - 2]) : Match.Empty;
            fences.Add(new Fence(Name, first + 1, open.Groups[2].Value, mark.Groups[1].Value, heading, code.ToString()));
        }

        return fences;
    }

    /// <summary>Puts other code into a block, which may have moved since it was read, or been changed already: other tests walk through the same page. Thread-safe.</summary>
    public void Replace(Fence fence, string code)
    {
        lock (Writing)
        {
            Fence? now = Fences().Where(candidate => candidate with { Line = fence.Line } == fence).MinBy(candidate => Math.Abs(candidate.Line - fence.Line));
            if (now is not null)
            {
                Put(now, code);
            }
        }
    }

    private void Put(Fence fence, string code)
    {
        string[] lines = Text.Split('\n');
        int first = fence.Line - 1;
        string indent = Opening().Match(lines[first - 1]).Groups[1].Value;
        IEnumerable<string> put = code.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "" : indent + line);
        File.WriteAllText(Path, string.Join('\n', [.. lines[..first], .. put, .. lines[(first + fence.Code.Count(static c => c == '\n'))..]]));
    }

    [GeneratedRegex(@"^( *)```([\w-]*)$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^ *<!-- (.+) -->$")]
    private static partial Regex Comment();
}
