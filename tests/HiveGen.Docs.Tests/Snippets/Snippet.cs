using System.Text;

namespace HiveGen.Docs.Tests.Snippets;

/// <summary>A part of a file of the repository, between <c>// snippet: name</c> and <c>// end</c>, or a whole file without its marks.</summary>
internal static class Snippet
{
    private const string Begin = "// snippet: ";
    private const string End = "// end";

    /// <summary>The code under a name such as <c>samples/Tutorial/Start/Program.cs#app</c>.</summary>
    public static string Read(string reference)
    {
        string[] parts = reference.Split('#');
        string path = Path.Combine(Repository.Root, parts[0]);
        Assert.True(File.Exists(path), $"There is no file {parts[0]}.");
        string[] lines = File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (parts is [_, string name])
        {
            int first = Array.FindIndex(lines, line => line.Trim() == Begin + name);
            Assert.True(first >= 0, $"{parts[0]} has no line '{Begin}{name}'.");
            int last = Array.FindIndex(lines, first, static line => line.Trim() == End);
            Assert.True(last >= 0, $"{parts[0]}: the snippet '{name}' has no line '{End}'.");
            lines = lines[(first + 1)..last];
        }

        lines = [.. lines.Where(static line => !IsMark(line))];
        int indent = lines.Where(static line => line.Length > 0).Min(static line => line.Length - line.TrimStart(' ').Length);
        StringBuilder code = new();
        foreach (string line in lines)
        {
            code.Append(line.Length == 0 ? line : line[indent..]).Append('\n');
        }

        return code.ToString();
    }

    /// <summary>The names that a file marks.</summary>
    public static IEnumerable<string> Names(string path)
        => File.ReadLines(Path.Combine(Repository.Root, path)).Select(static line => line.Trim()).Where(static line => line.StartsWith(Begin, StringComparison.Ordinal)).Select(line => $"{path}#{line[Begin.Length..]}");

    private static bool IsMark(string line) => line.Trim() is var text && (text == End || text.StartsWith(Begin, StringComparison.Ordinal));
}
