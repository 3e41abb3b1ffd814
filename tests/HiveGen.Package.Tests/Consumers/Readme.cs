using System.Text.RegularExpressions;

namespace HiveGen.Package.Tests;

/// <summary>One chapter of the packages' README: what a reader types, and the files the reader makes.</summary>
internal sealed partial class Readme
{
    private Readme(string chapter)
    {
        Commands = [.. Block().Matches(chapter).Where(static block => block.Groups["language"].Length == 0).SelectMany(static block => block.Groups["text"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
        Files = [.. NamedBlock().Matches(chapter).Select(static block => (block.Groups["name"].Value, block.Groups["text"].Value))];
    }

    /// <summary>In the order in which they stand there.</summary>
    public IReadOnlyList<string> Commands { get; }

    public IReadOnlyList<(string Name, string Text)> Files { get; }

    public static Readme Chapter(string readme, string heading)
    {
        int start = readme.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, "README.md has no chapter " + heading);
        int end = readme.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return new(readme[start..(end < 0 ? readme.Length : end)]);
    }

    [GeneratedRegex("^```(?<language>[a-z]*)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("^`(?<name>[A-Za-z.]+)`\n\n```[a-z]+\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex NamedBlock();
}
