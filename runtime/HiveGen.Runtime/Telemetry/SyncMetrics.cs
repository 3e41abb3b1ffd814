using System.Diagnostics.Metrics;
using HiveGen.Targets;

namespace HiveGen.Telemetry;

/// <summary>What the dispatcher counts and measures. Each call costs next to nothing while nobody listens. Thread-safe.</summary>
internal sealed class SyncMetrics(Meter meter, CommitTimes commits)
{
    private readonly Counter<long> captured = meter.CreateCounter<long>("hive.sync.captured", "{change}", "Changes read from the change log.");
    private readonly Counter<long> sent = meter.CreateCounter<long>("hive.sync.sent", "{record}", "Records a target wrote.");
    private readonly Counter<long> stale = meter.CreateCounter<long>("hive.sync.stale", "{record}", "Records of which a target had this version or a newer one.");
    private readonly Counter<long> conflicts = meter.CreateCounter<long>("hive.sync.conflicts", "{record}", "Records that belong to another home at the target.");
    private readonly Counter<long> retried = meter.CreateCounter<long>("hive.sync.retried", "{record}", "Parked records that were tried again.");
    private readonly Counter<long> parked = meter.CreateCounter<long>("hive.sync.parked", "{record}", "Records that were parked for a retry.");
    private readonly Counter<long> dead = meter.CreateCounter<long>("hive.sync.dead", "{record}", "Records that became dead letters.");
    private readonly Counter<long> failures = meter.CreateCounter<long>("hive.sync.failures", "{failure}", "Failures of a whole target, by class.");
    private readonly Counter<long> restarts = meter.CreateCounter<long>("hive.loop.restarts", "{restart}", "Loops that were started again after an unexpected exception.");
    private readonly Histogram<double> sendDuration = meter.CreateHistogram<double>("hive.sync.send.duration", "s", "How long a target took for a batch.", null, Buckets.Remote);
    private readonly Histogram<long> batchSize = meter.CreateHistogram<long>("hive.sync.batch.size", "{record}", "Records of a batch.", null, Buckets.Counts);

    /// <summary>From the commit of a change to its confirmation by the target.</summary>
    public Histogram<double> EndToEnd { get; } = meter.CreateHistogram<double>("hive.sync.end_to_end.duration", "s", "From the commit of a change to its confirmation by the target.", null, Buckets.Remote);

    /// <summary>The tag that names a target.</summary>
    public static KeyValuePair<string, object?> Target(string name) => new("target", name);

    /// <summary>The tag that names a background loop.</summary>
    public static KeyValuePair<string, object?> Loop(string name) => new("loop", name);

    /// <summary>Changes were read from the log.</summary>
    public void Captured(string target, long changes) => captured.Add(changes, Target(target));

    /// <summary>A record was sent, and this came of it.</summary>
    public void Outcome(string target, string model, ItemStatus status, bool again)
    {
        if (again)
        {
            retried.Add(1, Target(target), Model(model));
        }

        switch (status)
        {
            case ItemStatus.Applied:
                sent.Add(1, Target(target), Model(model));
                break;
            case ItemStatus.Stale:
                stale.Add(1, Target(target), Model(model));
                break;
            case ItemStatus.Conflict:
                conflicts.Add(1, Target(target), Model(model));
                break;
            default:
                break;
        }
    }

    /// <summary>A record waits for a retry.</summary>
    public void Parked(string target, string model) => parked.Add(1, Target(target), Model(model));

    /// <summary>A record became a dead letter.</summary>
    public void Dead(string target, string model) => dead.Add(1, Target(target), Model(model));

    /// <summary>A target failed as a whole.</summary>
    public void Failed(string target, TargetFailure failure) => failures.Add(1, Target(target), new("class", failure.ToString()));

    /// <summary>A loop was started again.</summary>
    public void Restarted(string loop) => restarts.Add(1, Loop(loop));

    /// <summary>A batch was answered, well or badly.</summary>
    public void Batch(string target, int records, TimeSpan duration)
    {
        sendDuration.Record(duration.TotalSeconds, Target(target));
        batchSize.Record(records, Target(target));
    }

    /// <summary>A target has this change.</summary>
    public void Confirmed(string target, long seq)
    {
        if (EndToEnd.Enabled && commits.Since(seq) is { } age)
        {
            EndToEnd.Record(age.TotalSeconds, Target(target));
        }
    }

    private static KeyValuePair<string, object?> Model(string name) => new("model", name);
}
