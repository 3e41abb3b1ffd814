using System.Text.RegularExpressions;
using HiveGen.Docs.Tests.Fences;
using HiveGen.Docs.Tests.Pages;

namespace HiveGen.Docs.Tests.Rules;

/// <summary>What the pages of the generator's own rules show is refused and accepted; those of the analyzers are tested beside these.</summary>
public sealed partial class RulePageTests
{
    private const string Models = """
        namespace Shop;
        [HiveModel] public sealed partial class Country { public long Id { get; set; } }
        public sealed class Address;
        """;

    /// <summary>Its 150 properties are not written down.</summary>
    private const string Elided = "HIVE0019";

    private static readonly Page[] Rules = [.. Page.All.Where(static page => page.Name.StartsWith("docs/rules/HIVE", StringComparison.Ordinal))];

    public static TheoryData<string> Refusing => [.. Rules.Where(static page => page.Text.Contains("\nRefused:\n\n```csharp\n", StringComparison.Ordinal) && IdOf(page) != Elided).Select(IdOf)];

    [Theory]
    [MemberData(nameof(Refusing))]
    public void What_a_page_calls_refused_is_refused_and_what_it_calls_accepted_is_not(string id)
    {
        Fence[] fences = [.. new Page($"docs/rules/{id}.md").Fences().Where(static fence => fence.Language == "csharp")];
        Assert.True(fences.Length >= 2, $"{id} shows no accepted code.");
        Assert.Contains(id, Told(fences[0]));
        Assert.DoesNotContain(id, Told(fences[1]));
    }

    [Fact]
    public void Every_page_is_a_row_of_the_index_and_says_why_before_anything_else()
    {
        string index = new Page("docs/rules/README.md").Text;
        Assert.Equal(Rules.Select(IdOf), Rows().Matches(index).Select(static row => row.Groups[1].Value).Order(StringComparer.Ordinal));
        foreach (Page page in Rules)
        {
            string title = Rows().Matches(index).Single(row => row.Groups[1].Value == IdOf(page)).Groups[2].Value;
            Assert.Matches($"^# {IdOf(page)}: {Regex.Escape(title)}\n\n[A-Z`].{{40,}}", page.Text);
            Assert.Matches("(?i)suppress|severity", page.Text);
        }
    }

    private static string IdOf(Page page) => Path.GetFileNameWithoutExtension(page.Name);

    private static IEnumerable<string> Told(Fence fence)
    {
        FenceCode code = FenceCode.Of(fence);
        string account = code.Declared.Contains("Account") ? "" : "[HiveModel] public sealed partial class Account { public string? Name { get; set; } }";
        string thing = code.Members.Length == 0 ? "" : $"[HiveModel(Sync = \"things\")] public sealed partial class Thing {{ {code.Members} }}";
        // A namespace of the page's own cannot stand in ours.
        string shown = code.Types.Contains("namespace ", StringComparison.Ordinal) ? code.Types : $"namespace Shown {{ using Shop; using System.Text.Json.Serialization; {code.Types} {thing} }}";
        return DocsApp.Generate(DocsApp.Compile([DocsApp.Parse(Models + account, "Models.cs"), DocsApp.Parse(shown, "Shown.cs")])).Told.Select(static diagnostic => diagnostic.Id);
    }

    [GeneratedRegex(@"^\| \[(HIVE\d{4})\]\(HIVE\d{4}\.md\) \| (.+?) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
