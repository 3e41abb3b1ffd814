using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HiveGen.Health;

/// <summary>Whether everything the Hives of the app do in the background goes well. Nothing of it keeps the app from working, so it is degraded at most.</summary>
internal sealed class SyncCheck(IServiceProvider services, HiveHealthOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Dictionary<string, object> data = new(StringComparer.Ordinal);
        List<string> faults = [.. RouterFaults.Of(services)];
        foreach (HiveDatabase database in services.GetServices<HiveDatabase>())
        {
            Judge(database.Sync.Status.Targets, data, faults);
            if (database.BackupStatus is { } backup)
            {
                data["backup.failures"] = backup.Failures;
                if (backup.Failures > 0)
                {
                    faults.Add($"The last backup failed, {backup.Failures} in a row; it is tried again by itself: {backup.Error}");
                }
            }

            HiveJobsStatus jobs = database.Sync.Jobs.Status;
            data["jobs.waiting"] = jobs.Waiting;
            data["jobs.dead"] = jobs.Dead;
            if (jobs.Dead > 0)
            {
                faults.Add($"{jobs.Dead} job(s) are dead and need a person: Sync.Jobs.Dead() tells why, RetryAsync runs one again, DiscardAsync deletes it.");
            }
        }

        return Task.FromResult(faults.Count == 0
            ? HealthCheckResult.Healthy("Everything is sent.", data)
            : HealthCheckResult.Degraded(string.Join(' ', faults), data: data));
    }

    /// <summary>Adds what is to be said of the targets.</summary>
    public void Judge(IReadOnlyList<TargetStatus> targets, Dictionary<string, object> data, List<string> faults)
    {
        foreach (TargetStatus target in targets)
        {
            data[target.Name + ".state"] = target.State.ToString();
            data[target.Name + ".breaker"] = target.Breaker.ToString();
            data[target.Name + ".lag"] = target.Lag;
            data[target.Name + ".oldestUnsentSeconds"] = target.OldestUnsent.TotalSeconds;
            data[target.Name + ".parked"] = target.Parked;
            data[target.Name + ".dead"] = target.Dead;
            faults.AddRange(TargetFaults.Of(target, options.MaxAge).Select(fault => $"{target.Name} {fault}"));
        }
    }
}
