namespace HiveGen.Benchmarks.Measuring;

/// <summary>What a row must reach.</summary>
/// <param name="Text">The bar in words.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Passed">Whether it is reached.</param>
internal sealed record Bar(string Text, string Measured, bool Passed)
{
    /// <summary>The CPU time of HiveGen may be at most this part of another's.</summary>
    public static Bar AtMost(Series series, string other, double limit)
    {
        Spread ratio = series.Ratio(Names.Hive, other, static s => s.Cpu);
        return new Bar($"CPU ≤ {limit:0.##} × {other}", ratio.ToString(), ratio.Median <= limit);
    }

    /// <summary>One way does at least this many times as much in the same time as another.</summary>
    public static Bar Rate(Series series, string way, string other, double factor)
    {
        Spread ratio = series.Ratio(way, other, static s => s.Rate);
        return new Bar($"{(way == Names.Hive ? "" : way + " ")}≥ {factor:0.##} × the rate of {other}", ratio.ToString(), ratio.Median >= factor);
    }

    /// <summary>HiveGen is at least this many times as fast (in CPU time) as another.</summary>
    public static Bar Faster(Series series, string other, double factor)
    {
        Spread ratio = series.Ratio(Names.Hive, other, static s => s.Cpu).Inverse();
        return new Bar($"≥ {factor:0.##} × faster than {other}", ratio.ToString(), ratio.Median >= factor);
    }
}
