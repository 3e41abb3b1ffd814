using System.Globalization;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>Changes wait for a target that is down. <c>HIVEGEN_BACKLOG</c> sets how many.</summary>
public sealed partial class BacklogTests(ITestOutputHelper output)
{
    private const long MostGrowth = 8 << 20;
    private const long MostProcessGrowth = 64 << 20;

    private static readonly int Changes = CrashDrill.Setting("HIVEGEN_BACKLOG") ?? 300_000;

    [Fact]
    public async Task The_memory_of_the_dispatcher_does_not_grow_with_what_waits()
    {
        using TestFolder folder = new();
        await using Child child = new("backlog", folder.File("hive.db"), Changes.ToString(CultureInfo.InvariantCulture));
        List<string> lines = [];
        do
        {
            lines.Add(await child.ReadLineAsync());
            output.WriteLine(lines[^1]);
        }
        while (!lines[^1].StartsWith("arrived", StringComparison.Ordinal));
        Assert.Equal($"arrived={Changes}", lines[^1]);
        List<Dictionary<string, long>> states = [.. lines.SkipLast(1).Select(static line => Numbers().Matches(line).ToDictionary(static m => m.Groups[1].Value, static m => long.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)))];
        Assert.True(states.Max(static state => state["waiting"]) >= Changes, "they did not wait");

        // The first part has filled what is filled once: caches, pools, compiled code.
        Assert.True(states.Max(static state => state["heap"]) - states[0]["heap"] < MostGrowth, "the heap grew with what waits");
        Assert.True(states[1..].Max(static state => state["process"]) - states[0]["process"] < MostProcessGrowth, "the process grew with what waits");
    }

    [GeneratedRegex(@"(\w+)=(\d+)")]
    private static partial Regex Numbers();
}
