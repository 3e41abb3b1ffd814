namespace HiveGen.Corpus;

/// <summary>The recorded changes of models, as versions of annotated classes that one file is opened with.</summary>
public sealed class MigrationTests
{
    [RecordedCasesFact]
    public async Task Recorded_migrations_end_with_the_same_schema_and_rows()
    {
        IReadOnlyList<Outcome> outcomes = await Cases.RunAsync(RecordedCases.All.Array("migrations"), MigrationCases.RunAsync);
        Cases.AssertNoDifference(outcomes);
        Assert.Equal(24, outcomes.Count(static outcome => outcome.Same));
    }

    [RecordedCasesFact]
    public async Task Recorded_queries_that_change_models_end_with_the_same_schema_and_rows()
        => Cases.AssertNoDifference(await Cases.RunAsync(RecordedCases.All.Array("cases").Where(static recorded => !QueryCases.IsQuery(recorded!)), ModelCases.RunAsync));
}
