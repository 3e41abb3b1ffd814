using HiveGen.Targets;
using HiveGen.Telemetry;
using Microsoft.Extensions.Logging;

namespace HiveGen.Dispatch;

/// <summary>What everything that works for one target shares.</summary>
internal sealed record TargetContext(
    HiveTarget Target,
    HiveTargets Targets,
    SyncRegistry Registry,
    HiveEngine Engine,
    HiveDispatchOptions Options,
    TargetProgress Progress,
    Breaker Breaker,
    ILogger Logger)
{
    private const int LeastWindow = 1000;
    private const int MostWindow = 100_000;

    /// <summary>The target's name.</summary>
    public string Name => Target.Name;

    /// <summary>What the dispatcher counts.</summary>
    public SyncMetrics Metrics => Engine.Telemetry.Sync;

    /// <summary>The clock.</summary>
    public TimeProvider Clock => Engine.Clock;

    /// <summary>Now, as the Hive stores times.</summary>
    public long NowMicros => UnixMicros.Write(Clock.GetUtcNow());

    /// <summary>How much the target takes at once.</summary>
    public BatchSize Size { get; } = new(Target);

    /// <summary>The most rows of the change log that are read at once.</summary>
    public int Window => Options.Window ?? (int)Math.Clamp((long)Target.MaxBatch * Lanes, LeastWindow, MostWindow);

    /// <summary>How many batches are sent at the same time.</summary>
    public int Lanes => Math.Max(1, Options.Lanes.TryGetValue(Name, out int lanes) ? lanes : Target.Lanes);
}
