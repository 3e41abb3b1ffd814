using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HiveGen.Health;

/// <summary>Reports how the targets of every Hive of the app are doing.</summary>
internal sealed class HiveHealthCheck(IServiceProvider services, TimeProvider clock, TimeSpan maxAge) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        List<TargetStatus> targets = [];
        // Asked for here: a Hive that cannot be opened throws, and an exception in a check is its failure.
        foreach (HiveDatabase database in services.GetServices<HiveDatabase>())
        {
            targets.AddRange(database.Sync.Status.Targets);
        }

        return Task.FromResult(Judge(targets, clock.GetUtcNow(), maxAge));
    }

    /// <summary>The result for targets that are doing like this.</summary>
    public static HealthCheckResult Judge(IReadOnlyList<TargetStatus> targets, DateTimeOffset now, TimeSpan maxAge)
    {
        Dictionary<string, object> data = new(StringComparer.Ordinal);
        List<string> faults = [];
        foreach (TargetStatus target in targets)
        {
            data[target.Name + ".state"] = target.State.ToString();
            data[target.Name + ".lag"] = target.Lag;
            data[target.Name + ".oldestUnsentSeconds"] = target.OldestUnsent.TotalSeconds;
            data[target.Name + ".parked"] = target.Parked;
            data[target.Name + ".dead"] = target.Dead;
            faults.AddRange(TargetFaults.Of(target, now, maxAge).Select(fault => $"{target.Name} {fault}"));
        }

        return faults.Count == 0
            ? HealthCheckResult.Healthy(targets.Count == 0 ? "No target is configured." : "Every target is sent to.", data)
            : HealthCheckResult.Degraded(string.Join(' ', faults), data: data);
    }
}
