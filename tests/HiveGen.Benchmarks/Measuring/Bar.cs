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
        double ratio = series.Ratio(Names.Hive, other, static s => s.Cpu);
        return new Bar($"CPU ≤ {limit:0.##} × {other}", $"{ratio:0.00} ×", ratio <= limit);
    }

    /// <summary>HiveGen is at least this many times as fast (in CPU time) as another.</summary>
    public static Bar Faster(Series series, string other, double factor)
    {
        double ratio = 1 / series.Ratio(Names.Hive, other, static s => s.Cpu);
        return new Bar($"≥ {factor:0.##} × faster than {other}", $"{ratio:0.00} ×", ratio >= factor);
    }
}
