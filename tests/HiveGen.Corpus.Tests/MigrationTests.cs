namespace HiveGen.Corpus;

/// <summary>The recorded migrations, as versions of annotated classes that one file is opened with.</summary>
public sealed class MigrationTests
{
    [RecordedCasesFact]
    public async Task Recorded_migrations_end_with_the_same_schema_and_rows()
    {
        IReadOnlyList<Outcome> outcomes = await RecordedRun.Migrations.Value;
        Cases.AssertNoDifference(outcomes);
        Assert.Equal(24, outcomes.Count(static outcome => outcome.Same));
    }
}
