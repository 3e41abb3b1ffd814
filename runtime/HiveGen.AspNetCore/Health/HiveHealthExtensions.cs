using HiveGen.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HiveGen;

/// <summary>Health checks of the Hive.</summary>
public static class HiveHealthExtensions
{
    /// <summary>
    /// Adds two checks. <c>hive</c> (tags <c>live</c>, <c>ready</c>) is unhealthy when the Hive cannot be opened, its file is damaged, or a
    /// background loop gives no sign of life. <c>hive-sync</c> (tag <c>ready</c>) is degraded when a target fails, is paused or is
    /// behind, when records or jobs are dead, when the last backup failed, or when the router has no secret. The app itself works
    /// on meanwhile, so none of that makes it unhealthy.
    /// </summary>
    /// <param name="builder">What <c>AddHealthChecks()</c> returns.</param>
    /// <param name="configure">Sets the limits.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not above zero.</exception>
    public static IHealthChecksBuilder AddHiveChecks(this IHealthChecksBuilder builder, Action<HiveHealthOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        HiveHealthOptions options = new();
        configure?.Invoke(options);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.MaxAge, TimeSpan.Zero, nameof(options.MaxAge));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.MaxSilence, TimeSpan.Zero, nameof(options.MaxSilence));
        builder.Add(new HealthCheckRegistration("hive", services => new LiveCheck(services, Clock(services), options), failureStatus: null, tags: ["hive", "live", "ready"]));
        return builder.Add(new HealthCheckRegistration("hive-sync", services => new SyncCheck(services, options), failureStatus: null, tags: ["hive", "ready"]));
    }

    private static TimeProvider Clock(IServiceProvider services) => services.GetService<TimeProvider>() ?? TimeProvider.System;
}
