using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace HiveGen.Telemetry;

/// <summary>
/// What one open Hive tells under the meter <c>HiveGen</c>. With a host the meter is the host's, so that apps in one process, such
/// as tests, do not hear each other. Thread-safe.
/// </summary>
internal sealed class HiveTelemetry : IDisposable
{
    /// <summary>The name of the meter and of the activity source, by which OpenTelemetry finds them.</summary>
    public const string Name = "HiveGen";

    private readonly Meter meter;
    private readonly bool owned;
    private volatile bool closed;

    public HiveTelemetry(IMeterFactory? factory, TimeProvider clock, ILogger logger)
    {
        owned = factory is null;
        meter = factory is null ? new Meter(Name) : factory.Create(new MeterOptions(Name));
        Commits = new CommitTimes(clock);
        Sync = new SyncMetrics(meter, Commits);
        Storage = new StorageMetrics(meter, Sync.EndToEnd, Commits, logger);
        Jobs = new JobMetrics(meter);
        Hooks = new HookMetrics(meter);
        Backups = new BackupMetrics(meter);
    }

    public StorageMetrics Storage { get; }

    public SyncMetrics Sync { get; }

    public JobMetrics Jobs { get; }

    public HookMetrics Hooks { get; }

    public BackupMetrics Backups { get; }

    /// <summary>When changes were committed, for <see cref="SyncMetrics.EndToEnd"/>.</summary>
    public CommitTimes Commits { get; }

    /// <summary>In which trace changes were committed.</summary>
    public CommitTraces Traces { get; } = new();

    /// <summary>Adds a gauge that is read when somebody collects, until the Hive is closed.</summary>
    public void Gauge<T>(string name, string unit, string description, Func<IEnumerable<Measurement<T>>> read)
        where T : struct
        => meter.CreateObservableGauge(name, () => closed ? [] : read(), unit, description);

    /// <inheritdoc cref="Gauge{T}(string, string, string, Func{IEnumerable{Measurement{T}}})"/>
    public void Gauge<T>(string name, string unit, string description, Func<T> read)
        where T : struct
        => Gauge(name, unit, description, () => Read(read));

    private Measurement<T>[] Read<T>(Func<T> read)
        where T : struct
    {
        try
        {
            return [new Measurement<T>(read())];
        }
        catch (ObjectDisposedException) when (closed)
        {
            // The Hive was closed meanwhile.
            return [];
        }
    }

    /// <summary>Ends the gauges. The host's meter outlives them.</summary>
    public void Dispose()
    {
        closed = true;
        if (owned)
        {
            meter.Dispose();
        }
    }
}
