namespace HiveGen.Corpus;

/// <summary>The recorded queries as calls of the typed client, on real SQLite.</summary>
public sealed class QueryTests
{
    [RecordedCasesFact]
    public async Task Recorded_queries_give_what_was_recorded() => Cases.AssertNoDifference(await RecordedRun.Queries.Value);

    [RecordedCasesFact]
    public async Task Recorded_queries_that_change_models_end_with_the_same_schema_and_rows() => Cases.AssertNoDifference(await RecordedRun.Models.Value);
}
