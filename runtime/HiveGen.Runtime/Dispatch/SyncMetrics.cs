using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace HiveGen.Dispatch;

/// <summary>The meter and the activity source <c>HiveGen</c>, as far as they tell of the sync.</summary>
internal sealed class SyncMetrics : IDisposable
{
    /// <summary>The name under which OpenTelemetry finds them.</summary>
    public const string SourceName = "HiveGen";

    private readonly Meter meter = new(SourceName);

    public SyncMetrics(Func<IReadOnlyList<TargetStatus>> status)
    {
        Captured = meter.CreateCounter<long>("hive.sync.captured", "{change}", "Changes read from the log.");
        Sent = meter.CreateCounter<long>("hive.sync.sent", "{record}", "Records a target wrote.");
        Stale = meter.CreateCounter<long>("hive.sync.stale", "{record}", "Records a target had already.");
        Retried = meter.CreateCounter<long>("hive.sync.retried", "{record}", "Parked records that were tried again.");
        Parked = meter.CreateCounter<long>("hive.sync.parked", "{record}", "Records that were parked for a retry.");
        Dead = meter.CreateCounter<long>("hive.sync.dead", "{record}", "Records that became dead letters.");
        Failures = meter.CreateCounter<long>("hive.sync.failures", "{failure}", "Failures of a whole target.");
        Restarts = meter.CreateCounter<long>("hive.sync.restarts", "{restart}", "Loops that were started again after an unexpected exception.");
        Duration = meter.CreateHistogram<double>("hive.sync.send.duration", "s", "How long a target took for a batch.");
        meter.CreateObservableGauge("hive.sync.lag", () => Measure(status, static target => target.Lag), "{change}", "Changes that were not sent yet.");
        meter.CreateObservableGauge("hive.sync.oldest_pending.age", () => Measure(status, static target => target.OldestUnsent.TotalSeconds), "s", "The age of the oldest unsent change.");
        meter.CreateObservableGauge("hive.sync.dead.count", () => Measure(status, static target => (long)target.Dead), "{record}", "Dead letters there are.");
    }

    public static ActivitySource Activities { get; } = new(SourceName);

    public Counter<long> Captured { get; }

    public Counter<long> Sent { get; }

    public Counter<long> Stale { get; }

    public Counter<long> Retried { get; }

    public Counter<long> Parked { get; }

    public Counter<long> Dead { get; }

    public Counter<long> Failures { get; }

    public Counter<long> Restarts { get; }

    public Histogram<double> Duration { get; }

    public void Dispose() => meter.Dispose();

    /// <summary>The tag that names a target.</summary>
    public static KeyValuePair<string, object?> Tag(string target) => new("target", target);

    private static IEnumerable<Measurement<T>> Measure<T>(Func<IReadOnlyList<TargetStatus>> status, Func<TargetStatus, T> value)
        where T : struct
    {
        foreach (TargetStatus target in status())
        {
            yield return new Measurement<T>(value(target), Tag(target.Name));
        }
    }
}
