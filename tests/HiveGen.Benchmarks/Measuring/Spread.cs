using System.Globalization;

namespace HiveGen.Benchmarks.Measuring;

/// <summary>A ratio that was taken once a round: its median, and how much it varied.</summary>
internal readonly record struct Spread(double Median, double Least, double Greatest)
{
    public static Spread Of(IEnumerable<double> ratios)
    {
        double[] sorted = [.. ratios.Order()];
        return new Spread(Statistics.Median(sorted), sorted[0], sorted[^1]);
    }

    /// <summary>The same the other way round.</summary>
    public Spread Inverse() => new(1 / Median, 1 / Greatest, 1 / Least);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median:0.00} × ({Least:0.00}–{Greatest:0.00})");
}
