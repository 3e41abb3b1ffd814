using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using HiveGen.Dispatch;
using HiveGen.Storage;
using Microsoft.Extensions.Logging;

namespace HiveGen.Telemetry;

/// <summary>What the writer measures. While nobody listens a commit pays for a few null checks. Used under the writer's lock.</summary>
internal sealed class StorageMetrics(Meter meter, Instrument endToEnd, CommitTimes times, ILogger logger)
{
    private readonly Histogram<double> duration = meter.CreateHistogram<double>("hive.storage.commit.duration", "s", "How long the writer took for a transaction, its commit included.", null, Buckets.Local);
    private readonly Histogram<long> groupSize = meter.CreateHistogram<long>("hive.storage.group.size", "{write}", "Writes that shared one transaction.", null, Buckets.Counts);

    private bool Listening => duration.Enabled || groupSize.Enabled || endToEnd.Enabled;

    /// <summary>Adds what is read when somebody collects.</summary>
    public static void AddGauges(HiveTelemetry telemetry, string path, Writer writer)
    {
        string folder = Path.GetDirectoryName(path)!;
        telemetry.Gauge("hive.storage.queue.length", "{write}", "Writes that wait for the writer.", () => (long)writer.QueueLength);
        telemetry.Gauge("hive.storage.wal.size", "By", "The size of the write-ahead log's file.", () => Length(path + "-wal"));
        telemetry.Gauge("hive.storage.file.size", "By", "The size of the Hive's file.", () => Length(path));
        telemetry.Gauge("hive.storage.disk.free", "By", "What the app's user may still write to the disk of the Hive's file.", () => new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder).AvailableFreeSpace);
    }

    /// <summary>The time before a transaction; 0 while nobody listens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Begin() => Listening ? Stopwatch.GetTimestamp() : 0;

    /// <summary>A transaction was committed.</summary>
    /// <param name="connection">The writer's.</param>
    /// <param name="begun">What <see cref="Begin"/> gave.</param>
    /// <param name="writes">The writes in it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Committed(HiveConnection connection, long begun, int writes)
    {
        if (begun != 0)
        {
            Record(connection, begun, writes);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Record(HiveConnection connection, long begun, int writes)
    {
        try
        {
            duration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds);
            groupSize.Record(writes);
            if (endToEnd.Enabled)
            {
                times.Note(ChangeLog.MaxSeq(connection));
            }
        }
        catch (Exception failure)
        {
            // Whoever listens may throw, and what was committed may not look failed by it.
            StorageLog.NotMeasured(logger, failure);
        }
    }

    private static long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
