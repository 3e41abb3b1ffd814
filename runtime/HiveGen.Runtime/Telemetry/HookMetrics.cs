using System.Diagnostics.Metrics;

namespace HiveGen.Telemetry;

/// <summary>What happens behind commits. Thread-safe.</summary>
internal sealed class HookMetrics(Meter meter)
{
    private readonly Counter<long> failed = meter.CreateCounter<long>("hive.hooks.failed", "{hook}", "Following hooks, and what they gave to WaitUntil, that failed.");
    private readonly Counter<long> dropped = meter.CreateCounter<long>("hive.wait_until.dropped", "{task}", "Work behind hooks that had not ended when the app stopped waiting.");

    /// <summary>A Following hook failed, or what it gave to WaitUntil.</summary>
    public void Failed(string hook) => failed.Add(1, Hook(hook));

    /// <summary>Work was cut off by the end of the app.</summary>
    public void Dropped(string hook) => dropped.Add(1, Hook(hook));

    private static KeyValuePair<string, object?> Hook(string name) => new("hook", name);
}
