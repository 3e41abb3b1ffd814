using System.Runtime.CompilerServices;

namespace HiveGen.Corpus;

/// <summary>docs/conformance.md holds the run: how many cases of each level are as recorded, and which are not, and why.</summary>
public sealed class ConformanceTests
{
    private const string Begin = "<!-- the recorded run -->\n", End = "<!-- the end of the recorded run -->\n";

    [RecordedCasesFact]
    public async Task The_page_tells_what_this_run_finds()
    {
        Outcome[] queries = [.. await RecordedRun.Queries.Value, .. await RecordedRun.Models.Value];
        string run = ConformanceTable.Write(queries, await RecordedRun.Migrations.Value, await RecordedRun.Hooks.Value, HookCases.Count - HookCases.Sound.Count());
        string page = Path(), text = (await File.ReadAllTextAsync(page)).ReplaceLineEndings("\n");
        int from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, to = text.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("HIVEGEN_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(page, text[..from] + run + text[to..]);
            return;
        }

        Assert.Equal(run, text[from..to]);
        Assert.True(queries.Count(static outcome => outcome.Same) >= 90, "Fewer than 90 queries are as recorded.");
    }

    private static string Path([CallerFilePath] string here = "") => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", "docs", "conformance.md");
}
