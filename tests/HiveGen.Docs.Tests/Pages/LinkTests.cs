using System.Text.RegularExpressions;

namespace HiveGen.Docs.Tests.Pages;

public sealed partial class LinkTests
{
    [Fact]
    public void Every_link_leads_to_a_file_and_a_heading_that_exist()
    {
        List<string> broken = [];
        foreach (Page page in Page.All.Append(new Page("CHANGELOG.md")))
        {
            foreach (Match link in Links().Matches(Fenced().Replace(page.Text, "")))
            {
                string[] parts = link.Groups[1].Value.Split('#');
                string target = parts[0].Length == 0 ? page.Path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page.Path)!, parts[0]));
                if (!File.Exists(target) || (parts.Length > 1 && !Anchors(target).Contains(parts[1])))
                {
                    broken.Add($"{page.Name}: {link.Groups[1].Value}");
                }
            }
        }

        Assert.Equal([], broken);
    }

    [Fact]
    public void The_index_leads_to_every_page()
    {
        Page index = new("docs/README.md");
        IEnumerable<string> linked = Links().Matches(index.Text).Select(link => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(index.Path)!, link.Groups[1].Value)));
        Assert.Equal([], Page.All.Where(static page => !page.Name.StartsWith("docs/rules/HIVE", StringComparison.Ordinal) && page.Name != "docs/README.md").Select(static page => page.Path).Except(linked));
    }

    // As GitHub makes them of headings.
    private static HashSet<string> Anchors(string path)
        => [.. Headings().Matches(Fenced().Replace(File.ReadAllText(path).ReplaceLineEndings("\n"), "")).Select(static heading => NoLetter().Replace(heading.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"\]\((?!https?:|mailto:)([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^ *```.*?^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoLetter();
}
