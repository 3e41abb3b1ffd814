using System.Diagnostics.Metrics;

namespace HiveGen.Telemetry;

/// <summary>What the job runner counts and measures. Thread-safe.</summary>
internal sealed class JobMetrics(Meter meter)
{
    private readonly Counter<long> run = meter.CreateCounter<long>("hive.jobs.run", "{job}", "Jobs whose handler was run, well or badly.");
    private readonly Counter<long> failed = meter.CreateCounter<long>("hive.jobs.failed", "{job}", "Tries of a job that failed.");
    private readonly Counter<long> dead = meter.CreateCounter<long>("hive.jobs.dead", "{job}", "Jobs that became dead.");
    private readonly Histogram<double> duration = meter.CreateHistogram<double>("hive.jobs.duration", "s", "How long a handler took for a job.", null, Buckets.Remote);

    /// <summary>A handler ended.</summary>
    public void Ran(string job, TimeSpan took, bool succeeded)
    {
        run.Add(1, Job(job));
        duration.Record(took.TotalSeconds, Job(job));
        if (!succeeded)
        {
            failed.Add(1, Job(job));
        }
    }

    /// <summary>A job became dead.</summary>
    public void Dead(string job) => dead.Add(1, Job(job));

    private static KeyValuePair<string, object?> Job(string name) => new("job", name);
}
