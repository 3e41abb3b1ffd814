using System.Globalization;
using Xunit.Abstractions;

namespace HiveGen.Analyzers.Tests.Resilience;

/// <summary>
/// Thousands of sources that are broken or odd: neither the generator nor a rule ever throws, and where the user's file compiles,
/// everything that is generated for it does. HIVEGEN_SEED replays a run, HIVEGEN_MUTANTS sets how many.
/// </summary>
public sealed class MutantTests(ITestOutputHelper output)
{
    // The gate is the same for everybody, and nobody's change is refused for what another one's left; other seeds are tried by hand.
    private const int UsualSeed = 20_261_122;
    private const int Lanes = 4;
    private const int MostFailures = 12;

    [Fact]
    public async Task No_source_makes_the_generator_or_a_rule_throw_or_generates_what_does_not_compile()
    {
        int seed = Number("HIVEGEN_SEED") ?? UsualSeed;
        int mutants = Number("HIVEGEN_MUTANTS") ?? 5200;
        output.WriteLine($"HIVEGEN_SEED={seed} HIVEGEN_MUTANTS={mutants}");

        Lane[] lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => RunAsync(seed + lane, mutants / Lanes))));

        string failures = string.Join(Environment.NewLine + Environment.NewLine, lanes.SelectMany(static lane => lane.Failures).DistinctBy(static failure => failure.Key).Take(MostFailures).Select(static failure => failure.Value));
        Assert.True(failures.Length == 0, $"HIVEGEN_SEED={seed}{Environment.NewLine}{failures}");
        int compiled = lanes.Sum(static lane => lane.Compiled);
        output.WriteLine($"{compiled} of {mutants} mutants compiled.");
        Assert.True(compiled > mutants / 10, $"Only {compiled} of {mutants} mutants compiled: there was little to find.");
    }

    private static async Task<Lane> RunAsync(int seed, int mutants)
    {
        Random random = new(seed);
        Mutator mutator = new(random);
        MutantRun run = new();
        Dictionary<string, string> failures = [];
        foreach (string source in Seeds.All)
        {
            string? wrong = await run.TryAsync(source);
            Assert.True(wrong is null, wrong);
        }

        Assert.Equal(Seeds.All.Length, run.Compiled);
        for (int i = 0; i < mutants && failures.Count < MostFailures; i++)
        {
            string mutant = mutator.Mutate(Seeds.All[random.Next(Seeds.All.Length)]);
            if (await run.TryAsync(mutant) is { } wrong)
            {
                // One of a kind is enough: its first lines say which.
                failures.TryAdd(string.Join('\n', wrong.Split('\n').Take(2)), $"Mutant {i}: {wrong}{Environment.NewLine}{mutant}");
            }
        }

        return new Lane(run.Compiled, failures);
    }

    private sealed record Lane(int Compiled, Dictionary<string, string> Failures);

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : null;
}
