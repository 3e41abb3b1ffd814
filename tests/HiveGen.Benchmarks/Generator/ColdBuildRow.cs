using HiveGen.Benchmarks.Measuring;
using HiveGen.Benchmarks.Rows;
using HiveGen.Generator;
using Microsoft.CodeAnalysis;

namespace HiveGen.Benchmarks.Generator;

/// <summary>The generator's first run over 500 models.</summary>
internal sealed class ColdBuildRow(Lazy<ModelProject> project) : IRow
{
    private const double LimitMicros = 500;
    private const int WarmUps = 20;

    private bool isWarm;

    public string Name => "generator, cold";

    public string? Synchronous => null;

    public string Note => "per model of 500 with 15 properties; a new driver and a compilation in which nothing is bound yet; the process is warm: 20 runs of each before the first round let the JIT finish Roslyn and the generator, as in a compiler server";

    public async Task RunAsync(int round, Series series)
    {
        (string Name, IIncrementalGenerator Generator)[] generators = [(Names.Hive, new HiveGenerator()), (Names.Bare, new BareGenerator())];
        WarmUp(generators);
        new Random(round).Shuffle(generators);
        foreach ((string name, IIncrementalGenerator generator) in generators)
        {
            Compilation compilation = project.Value.Compile(0);
            series.Add(name, await Meter.RunAsync(ModelProject.Models, () => { ModelProject.Driver(generator).RunGenerators(compilation); }));
        }
    }

    private void WarmUp((string Name, IIncrementalGenerator Generator)[] generators)
    {
        for (int i = 0; i < WarmUps && !isWarm; i++)
        {
            foreach ((_, IIncrementalGenerator generator) in generators)
            {
                ModelProject.Driver(generator).RunGenerators(project.Value.Compile(0));
            }
        }

        isWarm = true;
    }

    public IEnumerable<Bar> Bars(Series series)
    {
        double micros = series.Median(Names.Hive, static s => s.Wall);
        yield return new Bar("≤ 0.5 ms a model", $"{micros / 1000:0.00} ms", micros <= LimitMicros);
    }
}
