using System.Text;

namespace HiveGen.Corpus;

/// <summary>The run as the tables of docs/conformance.md.</summary>
internal static class ConformanceTable
{
    public static string Write(IReadOnlyList<Outcome> queries, IReadOnlyList<Outcome> migrations, IReadOnlyList<Outcome> hooks, int defects)
    {
        StringBuilder text = new("\n| level | cases | as recorded | otherwise on purpose | lacking |\n| --- | --- | --- | --- | --- |\n");
        Row(text, "L1, L2 and, where a query changes models, L4: queries", queries);
        Row(text, "L4: migrations", migrations);
        Row(text, $"L5: scenarios of hooks ({defects} more record defects of the original, and are left out)", hooks);
        text.Append("\n| case | why it is not as recorded |\n| --- | --- |\n");
        foreach (Outcome outcome in queries.Concat(migrations).Concat(hooks).Where(static outcome => !outcome.Same).OrderBy(static outcome => outcome.Otherwise, StringComparer.Ordinal).ThenBy(static outcome => outcome.Id, StringComparer.Ordinal))
        {
            text.Append($"| {outcome.Id} | {outcome.Otherwise ?? outcome.Difference} |\n");
        }

        return text.Append('\n').ToString();
    }

    private static void Row(StringBuilder text, string level, IReadOnlyList<Outcome> outcomes)
        => text.Append($"| {level} | {outcomes.Count} | {outcomes.Count(static outcome => outcome.Same)} | {Why(outcomes, "otherwise")} | {Why(outcomes, "lacks")} |\n");

    private static int Why(IReadOnlyList<Outcome> outcomes, string word) => outcomes.Count(outcome => outcome.Otherwise?.StartsWith(word, StringComparison.Ordinal) is true);
}
