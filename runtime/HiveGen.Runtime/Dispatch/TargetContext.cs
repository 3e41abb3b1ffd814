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
    ILogger Logger)
{
    /// <summary>The target's name.</summary>
    public string Name => Target.Name;

    /// <summary>What the dispatcher counts.</summary>
    public SyncMetrics Metrics => Engine.Telemetry.Sync;

    /// <summary>The clock.</summary>
    public TimeProvider Clock => Engine.Clock;

    /// <summary>Now, as the Hive stores times.</summary>
    public long NowMicros => UnixMicros.Write(Clock.GetUtcNow());

    /// <summary>A record's wait before the next try, as a time to store.</summary>
    public long DueAfter(int attempts) => NowMicros + UnixMicros.Write(RetryDelay.After(Options, attempts));
}
