namespace HiveGen.Corpus;

/// <summary>The recorded triggers as classes of hooks.</summary>
public sealed class HookTests
{
    [RecordedCasesFact]
    public async Task Recorded_scenarios_of_hooks_have_the_same_calls_results_and_rows()
    {
        IReadOnlyList<Outcome> outcomes = await RecordedRun.Hooks.Value;
        Cases.AssertNoDifference(outcomes);
        Assert.Equal(11, outcomes.Count(static outcome => outcome.Same));
    }
}
