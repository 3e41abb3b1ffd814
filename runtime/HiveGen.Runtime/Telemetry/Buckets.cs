using System.Diagnostics.Metrics;

namespace HiveGen.Telemetry;

/// <summary>Buckets that fit what is measured: OpenTelemetry's own are made for milliseconds.</summary>
internal static class Buckets
{
    /// <summary>Seconds of something local: from 100 µs to 10 s.</summary>
    public static InstrumentAdvice<double> Local { get; } = new() { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] };

    /// <summary>Seconds of something far away, or of work: from 1 ms to an hour.</summary>
    public static InstrumentAdvice<double> Remote { get; } = new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600] };

    /// <summary>How many at once.</summary>
    public static InstrumentAdvice<long> Counts { get; } = new() { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] };
}
