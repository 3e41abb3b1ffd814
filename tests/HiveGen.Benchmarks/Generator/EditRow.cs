using HiveGen.Benchmarks.Measuring;
using HiveGen.Benchmarks.Rows;
using Microsoft.CodeAnalysis;

namespace HiveGen.Benchmarks.Generator;

/// <summary>What an edit costs a generator that has run before: what an IDE does at every key press.</summary>
internal abstract class EditRow(Lazy<ModelProject> project, int models, string edit) : IRow
{
    private const double Limit = 1.2;

    private readonly HashSet<int> emitted = [];
    private int number;

    public string Name => $"generator, {edit} × {models}";

    public string? Synchronous => null;

    public string Note => $"per edit, beside {models} models; {GeneratorContest.Note}";

    /// <summary>The files that one edit may make anew.</summary>
    protected abstract int Emits { get; }

    protected ModelProject Project => project.Value;

    public async Task RunAsync(int round, Series series)
    {
        foreach ((string name, IIncrementalGenerator generator) in GeneratorContest.Shuffled(round))
        {
            GeneratorDriver driver = ModelProject.Driver(generator).RunGenerators(Compile(number++));
            Compilation edited = Compile(number++);
            series.Add(name, await Meter.RunAsync(1, () => { driver.RunGenerators(edited); }));
        }

        emitted.Add(Emitted());
    }

    public IEnumerable<Bar> Bars(Series series)
    {
        yield return new Bar($"makes {Emits} files anew", string.Join(" or ", emitted), emitted.SetEquals([Emits]));
        if (Emits == 0)
        {
            Spread ratio = series.Ratio(Names.Hive, Names.Bare, static s => s.Bytes);
            yield return new Bar($"allocates ≤ {Limit} × {Names.Bare}", ratio.ToString(), ratio.Median <= Limit);
        }

        foreach (Bar bar in GeneratorContest.Bars(series))
        {
            yield return bar;
        }
    }

    /// <summary>The project with the edit of this number made.</summary>
    protected abstract Compilation Compile(int edit);

    private int Emitted()
    {
        GeneratorDriver driver = ModelProject.Driver(new HiveGen.Generator.HiveGenerator(), track: true).RunGenerators(Compile(number++)).RunGenerators(Compile(number++));
        return driver.GetRunResult().Results[0].TrackedOutputSteps.Values
            .SelectMany(static steps => steps)
            .SelectMany(static step => step.Outputs)
            .Count(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }
}
