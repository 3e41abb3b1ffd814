using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>Many cases, as many at once as there are processors.</summary>
internal static class Cases
{
    public static async Task<IReadOnlyList<Outcome>> RunAsync(IEnumerable<JsonNode?> cases, Func<JsonNode, Task<Outcome>> run)
        => await RunAsync<JsonNode, Outcome>(cases.OfType<JsonNode>(), run);

    public static async Task<TResult[]> RunAsync<T, TResult>(IEnumerable<T> cases, Func<T, Task<TResult>> run)
    {
        ConcurrentBag<TResult> results = [];
        await Parallel.ForEachAsync(cases, async (one, _) => results.Add(await run(one)));
        return [.. results];
    }

    public static void AssertNoDifference(IEnumerable<Outcome> outcomes)
    {
        string wrong = string.Join("\n", outcomes.Where(static outcome => outcome.Difference is not null).Select(static outcome => $"{outcome.Id}: {outcome.Difference}"));
        Assert.True(wrong.Length == 0, wrong);
    }
}
