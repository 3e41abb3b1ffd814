using HiveGen.Benchmarks.Measuring;
using HiveGen.Benchmarks.Rows;
using Microsoft.CodeAnalysis;

namespace HiveGen.Benchmarks.Generator;

/// <summary>A generator's first run.</summary>
internal sealed class ColdBuildRow(Lazy<ModelProject> project, int models) : IRow
{
    private const double LimitMicros = 500;
    private const int WarmUpModels = 10_000;

    private bool isWarm;

    public string Name => $"generator, cold × {models}";

    public string? Synchronous => null;

    public string Note => $"per model of {models} with 15 properties; a new driver and a compilation in which nothing is bound yet; the process is warm: {WarmUpModels:n0} models before the first round let the JIT finish Roslyn and the generators, as in a compiler server; {GeneratorContest.Note}";

    public async Task RunAsync(int round, Series series)
    {
        WarmUp();
        foreach ((string name, IIncrementalGenerator generator) in GeneratorContest.Shuffled(round))
        {
            Compilation compilation = project.Value.Compile(0);
            series.Add(name, await Meter.RunAsync(models, () => { ModelProject.Driver(generator).RunGenerators(compilation); }));
        }
    }

    private void WarmUp()
    {
        for (int i = 0; i < WarmUpModels / models && !isWarm; i++)
        {
            foreach ((_, IIncrementalGenerator generator) in GeneratorContest.Shuffled(i))
            {
                ModelProject.Driver(generator).RunGenerators(project.Value.Compile(0));
            }
        }

        isWarm = true;
    }

    public IEnumerable<Bar> Bars(Series series)
    {
        if (models >= 500)
        {
            double micros = series.Median(Names.Hive, static s => s.Wall);
            yield return new Bar("≤ 0.5 ms a model", $"{micros / 1000:0.00} ms", micros <= LimitMicros);
        }

        foreach (Bar bar in GeneratorContest.Bars(series))
        {
            yield return bar;
        }
    }
}
