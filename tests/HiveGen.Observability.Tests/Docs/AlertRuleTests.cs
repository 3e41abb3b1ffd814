using System.Diagnostics;
using System.Text.RegularExpressions;

namespace HiveGen.Tests.Docs;

public sealed partial class AlertRuleTests
{
    private static readonly string Rules = File.ReadAllText(DocTable.PathOf(Path.Combine("alerts", "hivegen.rules.yml")));

    [Fact]
    public void Every_metric_of_a_rule_is_an_instrument()
    {
        HashSet<string> exported = [.. DocTable.Rows("metrics.md", "instrument").SelectMany(static cells => Exported(cells[0], cells[1], cells[2]))];
        string[] used = [.. Expressions().Matches(Rules).SelectMany(static rule => Metrics().Matches(rule.Groups[1].Value)).Select(static name => name.Value).Distinct(StringComparer.Ordinal)];
        Assert.NotEmpty(used);
        Assert.All(used, name => Assert.Contains(name, exported));
    }

    [Fact]
    public void Every_rule_has_a_place_in_the_page_and_the_page_no_other()
    {
        IEnumerable<string> alerts = Alerts().Matches(Rules).Select(static alert => alert.Groups[1].Value);
        IEnumerable<string> places = Headings().Matches(File.ReadAllText(DocTable.PathOf("alerts.md"))).Select(static heading => heading.Groups[1].Value);
        Assert.Equal(alerts, places);
        Assert.All(alerts, alert => Assert.Contains($"runbook: alerts.md#{alert.ToLowerInvariant()}\n", Rules.ReplaceLineEndings("\n") + "\n", StringComparison.Ordinal));
    }

    [PromtoolFact]
    public void Prometheus_itself_takes_the_rules()
    {
        using Process check = Process.Start(new ProcessStartInfo(PromtoolFactAttribute.Promtool!, ["check", "rules", DocTable.PathOf(Path.Combine("alerts", "hivegen.rules.yml"))]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string words = check.StandardOutput.ReadToEnd() + check.StandardError.ReadToEnd();
        check.WaitForExit();
        Assert.True(check.ExitCode == 0, words);
    }

    /// <summary>The names under which OpenTelemetry's Prometheus exporter shows an instrument.</summary>
    private static IEnumerable<string> Exported(string name, string kind, string unit)
    {
        string suffix = unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        string exported = name.Replace('.', '_') + suffix;
        return kind switch
        {
            "counter" => [exported + "_total"],
            "histogram" => [exported + "_bucket", exported + "_sum", exported + "_count"],
            _ => [exported],
        };
    }

    [GeneratedRegex(@"expr: (.+)")]
    private static partial Regex Expressions();

    [GeneratedRegex(@"\bhive_\w+")]
    private static partial Regex Metrics();

    [GeneratedRegex(@"- alert: (\w+)")]
    private static partial Regex Alerts();

    [GeneratedRegex(@"^### (\w+)", RegexOptions.Multiline)]
    private static partial Regex Headings();
}
