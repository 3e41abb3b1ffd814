using System.Diagnostics.Metrics;

namespace HiveGen.Telemetry;

/// <summary>What the backups by themselves count. Thread-safe.</summary>
internal sealed class BackupMetrics(Meter meter)
{
    private readonly Counter<long> made = meter.CreateCounter<long>("hive.backup.made", "{backup}", "Backups that were made and checked.");
    private readonly Counter<long> failed = meter.CreateCounter<long>("hive.backup.failed", "{backup}", "Backups that failed.");
    private readonly Histogram<long> size = meter.CreateHistogram<long>("hive.backup.size", "By", "How large a backup is.");

    /// <summary>One was made.</summary>
    public void Made(long bytes)
    {
        made.Add(1);
        size.Record(bytes);
    }

    /// <summary>One failed.</summary>
    public void Failed() => failed.Add(1);
}
