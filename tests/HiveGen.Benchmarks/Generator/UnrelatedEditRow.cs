using HiveGen.Benchmarks.Measuring;
using HiveGen.Benchmarks.Rows;
using HiveGen.Generator;
using Microsoft.CodeAnalysis;

namespace HiveGen.Benchmarks.Generator;

/// <summary>What an edit in a file without models costs a generator that has run before: what an IDE does at every key press.</summary>
internal sealed class UnrelatedEditRow(Lazy<ModelProject> project) : IRow
{
    private const double Limit = 1.2;

    private int edit;
    private int emitted;

    public string Name => "generator, unrelated edit";

    public string? Synchronous => null;

    public string Note => "per edit of a file without models, beside 500 models; against a transform that only reads the same symbols and attributes";

    public async Task RunAsync(int round, Series series)
    {
        (string Name, IIncrementalGenerator Generator)[] generators = [(Names.Hive, new HiveGenerator()), (Names.Bare, new BareGenerator())];
        new Random(round).Shuffle(generators);
        foreach ((string name, IIncrementalGenerator generator) in generators)
        {
            GeneratorDriver driver = ModelProject.Driver(generator).RunGenerators(project.Value.Compile(edit++));
            Compilation edited = project.Value.Compile(edit++);
            series.Add(name, await Meter.RunAsync(1, () => { driver.RunGenerators(edited); }));
        }

        emitted += Emitted();
    }

    public IEnumerable<Bar> Bars(Series series)
    {
        Spread ratio = series.Ratio(Names.Hive, Names.Bare, static s => s.Bytes);
        yield return new Bar("re-emits nothing", $"{emitted} files", emitted == 0);
        yield return new Bar($"allocates ≤ {Limit} × {Names.Bare}", ratio.ToString(), ratio.Median <= Limit);
    }

    private int Emitted()
    {
        GeneratorDriver driver = ModelProject.Driver(new HiveGenerator(), track: true).RunGenerators(project.Value.Compile(edit++)).RunGenerators(project.Value.Compile(edit++));
        return driver.GetRunResult().Results[0].TrackedOutputSteps.Values
            .SelectMany(static steps => steps)
            .SelectMany(static step => step.Outputs)
            .Count(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }
}
