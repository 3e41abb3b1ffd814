namespace HiveGen.Corpus;

/// <summary>Every level, run once for all tests that ask.</summary>
internal static class RecordedRun
{
    public static Lazy<Task<IReadOnlyList<Outcome>>> Queries { get; } = new(RunQueriesAsync);

    public static Lazy<Task<IReadOnlyList<Outcome>>> Models { get; } = new(static () => Cases.RunAsync(RecordedCases.All.Array("cases").Where(static recorded => !QueryCases.IsQuery(recorded!)), ModelCases.RunAsync));

    public static Lazy<Task<IReadOnlyList<Outcome>>> Migrations { get; } = new(static () => Cases.RunAsync(RecordedCases.All.Array("migrations"), MigrationCases.RunAsync));

    public static Lazy<Task<IReadOnlyList<Outcome>>> Hooks { get; } = new(static () => Cases.RunAsync(HookCases.Sound, HookCases.RunAsync));

    // One compilation a fixture.
    private static async Task<IReadOnlyList<Outcome>> RunQueriesAsync()
    {
        IReadOnlyList<Outcome>[] outcomes = await Cases.RunAsync(
            RecordedCases.All.Array("cases").Select(static recorded => recorded!).Where(QueryCases.IsQuery).GroupBy(static recorded => recorded.Text("fixture")),
            static fixture => QueryCases.RunAsync(fixture.Key, [.. fixture]));
        return [.. outcomes.SelectMany(static some => some)];
    }
}
