using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>Many cases, as many at once as there are processors.</summary>
internal static class Cases
{
    public static async Task<IReadOnlyList<Outcome>> RunAsync(IEnumerable<JsonNode?> cases, Func<JsonNode, Task<Outcome>> run)
    {
        ConcurrentBag<Outcome> outcomes = [];
        await Parallel.ForEachAsync(cases, async (recorded, _) => outcomes.Add(await run(recorded!)));
        return [.. outcomes];
    }

    public static void AssertNoDifference(IEnumerable<Outcome> outcomes)
    {
        string wrong = string.Join("\n", outcomes.Where(static outcome => outcome.Difference is not null).Select(static outcome => $"{outcome.Id}: {outcome.Difference}"));
        Assert.True(wrong.Length == 0, wrong);
    }
}
