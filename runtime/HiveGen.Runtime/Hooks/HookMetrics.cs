using System.Diagnostics.Metrics;

namespace HiveGen.Hooks;

/// <summary>The meters of hooks.</summary>
internal static class HookMetrics
{
    private static readonly Meter Meter = new("HiveGen");

    /// <summary>Following hooks, and what they waited for, that failed.</summary>
    public static Counter<long> Failed { get; } = Meter.CreateCounter<long>("hive.hooks.failed", "{hook}", "Following hooks that failed.");
}
