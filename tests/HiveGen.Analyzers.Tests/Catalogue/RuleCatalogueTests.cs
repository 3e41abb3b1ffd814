using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Tests.Catalogue;

/// <summary>What every rule must have beside its code.</summary>
public sealed class RuleCatalogueTests
{
    private static readonly DiagnosticDescriptor[] Rules = [.. Findings.Rules.SelectMany(static analyzer => analyzer.SupportedDiagnostics).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    [Fact]
    public void Every_rule_has_its_own_id()
        => Assert.Equal(Rules.Length, Rules.Select(static rule => rule.Id).Distinct().Count());

    [Fact]
    public void Every_rule_has_a_row_in_the_releases_of_its_assembly()
    {
        string rows = Read("generator", "HiveGen.Analyzers", "AnalyzerReleases.Unshipped.md") + Read("generator", "HiveGen.Analyzers", "AnalyzerReleases.Shipped.md");
        Assert.All(Rules, rule => Assert.Contains($"\n{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title.ToString(CultureInfo.InvariantCulture)}\n", rows, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_has_a_page_that_says_why_what_is_bad_what_is_good_and_how_to_suppress_it()
    {
        foreach (DiagnosticDescriptor rule in Rules)
        {
            Assert.Equal($"https://github.com/hivegen/hivegen/blob/main/docs/rules/{rule.Id}.md", rule.HelpLinkUri);
            string page = Read("docs", "rules", rule.Id + ".md");
            Assert.StartsWith($"# {rule.Id}: {rule.Title.ToString(CultureInfo.InvariantCulture)}\n", page, StringComparison.Ordinal);
            Assert.Contains("\nBad:\n\n```csharp\n", page, StringComparison.Ordinal);
            Assert.Contains("\nGood:\n\n```csharp\n", page, StringComparison.Ordinal);
            Assert.Contains($"dotnet_diagnostic.{rule.Id}.severity", page, StringComparison.Ordinal);
            Assert.Contains($"| [{rule.Id}]({rule.Id}.md) | {rule.Title.ToString(CultureInfo.InvariantCulture)} | {Severity(rule)} |", Read("docs", "rules", "README.md"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_bad_code_of_a_page_is_reported_and_the_good_is_not()
    {
        foreach (DiagnosticDescriptor rule in Rules.Where(static rule => rule.Id is not "HIVE0107"))
        {
            string page = Read("docs", "rules", rule.Id + ".md");
            Assert.Contains(rule.Id, Ids(Code(page, "Bad")));
            Assert.DoesNotContain(rule.Id, Ids(Code(page, "Good")));
        }
    }

    [Fact]
    public void Every_page_says_whether_there_is_a_fix()
        => Assert.All(Rules, static rule => Assert.Equal(Fixes.FixableIds.Contains(rule.Id), Read("docs", "rules", rule.Id + ".md").Contains("\nFix: ", StringComparison.Ordinal)));

    private static string[] Ids(string code)
        => [.. Findings.OfAsync(App.Generate(App.Compile(App.References, code))).GetAwaiter().GetResult().Select(static diagnostic => diagnostic.Id)];

    private static string Code(string page, string heading) => Regex.Match(page, $"\n{heading}:\n\n```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity switch
    {
        DiagnosticSeverity.Info => "suggestion",
        DiagnosticSeverity.Warning => "warning",
        _ => "error",
    };

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([Repository.Root(), .. path])).ReplaceLineEndings("\n");
}
