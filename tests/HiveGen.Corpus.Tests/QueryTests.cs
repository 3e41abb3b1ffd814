using System.Collections.Concurrent;

namespace HiveGen.Corpus;

/// <summary>The recorded queries as calls of the typed client, on real SQLite.</summary>
public sealed class QueryTests
{
    [RecordedCasesFact]
    public async Task Recorded_queries_give_what_was_recorded()
    {
        ConcurrentBag<Outcome> outcomes = [];
        await Parallel.ForEachAsync(
            RecordedCases.All.Array("cases").Select(static recorded => recorded!).Where(QueryCases.IsQuery).GroupBy(static recorded => recorded.Text("fixture")),
            async (fixture, _) =>
            {
                foreach (Outcome outcome in await QueryCases.RunAsync(fixture.Key, [.. fixture]))
                {
                    outcomes.Add(outcome);
                }
            });

        Cases.AssertNoDifference(outcomes);
    }
}
