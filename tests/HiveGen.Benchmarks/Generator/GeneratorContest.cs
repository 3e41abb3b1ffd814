using HiveGen.Benchmarks.Measuring;
using HiveGen.Generator;
using Microsoft.CodeAnalysis;

namespace HiveGen.Benchmarks.Generator;

/// <summary>Who is measured over the same models.</summary>
internal static class GeneratorContest
{
    public const string Note = "all over the same classes; the floor is a transform that only reads the same symbols and attributes";

    private static readonly (string Name, Func<IIncrementalGenerator> Create)[] All =
    [
        (Names.Hive, static () => new HiveGenerator()),
        (Names.Bare, static () => new BareGenerator()),
        .. JsonGenerator.IsThere ? [(Names.Stj, JsonGenerator.Create)] : Array.Empty<(string, Func<IIncrementalGenerator>)>(),
    ];

    /// <summary>The generators in an order of this round.</summary>
    public static (string Name, IIncrementalGenerator Generator)[] Shuffled(int round)
    {
        (string, IIncrementalGenerator)[] generators = [.. All.Select(static one => (one.Name, one.Create()))];
        new Random(round).Shuffle(generators);
        return generators;
    }

    /// <summary>Never slower than System.Text.Json's generator.</summary>
    public static IEnumerable<Bar> Bars(Series series)
        => series.Has(Names.Stj) ? [Bar.AtMost(series, Names.Stj, 1)] : [new Bar($"CPU ≤ 1 × {Names.Stj}", "not measured: the SDK's targeting pack is not beside the runtime", true)];
}
