using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HiveGen.Health;

/// <summary>Whether the Hives of the app can do their work at all: their files are whole, and their loops come round.</summary>
internal sealed class LiveCheck(IServiceProvider services, TimeProvider clock, HiveHealthOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Dictionary<string, object> data = new(StringComparer.Ordinal);
        List<string> faults = [];
        // Asked for here: a Hive that cannot be opened throws, and an exception in a check is its failure.
        foreach (HiveDatabase database in services.GetServices<HiveDatabase>())
        {
            if (database.Engine.Damage is { } damage)
            {
                faults.Add(damage);
            }
            else
            {
                Judge(database.Sync.Status.Loops, clock.GetUtcNow(), data, faults);
            }
        }

        return Task.FromResult(faults.Count == 0
            ? HealthCheckResult.Healthy("The Hive's file is whole, and its loops come round.", data)
            : HealthCheckResult.Unhealthy(string.Join(' ', faults), data: data));
    }

    /// <summary>Adds what is to be said of the loops.</summary>
    public void Judge(IReadOnlyList<LoopStatus> loops, DateTimeOffset now, Dictionary<string, object> data, List<string> faults)
    {
        foreach (LoopStatus loop in loops)
        {
            TimeSpan silence = now - loop.Heartbeat;
            data[loop.Name + ".silentSeconds"] = Math.Max(0, silence.TotalSeconds);
            data[loop.Name + ".restarts"] = loop.Restarts;
            if (silence > options.MaxSilence)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"The loop {loop.Name} has not come round for {silence.TotalSeconds:0} s: take a dump if you can, and restart the app; nothing is lost."));
            }
        }
    }
}
