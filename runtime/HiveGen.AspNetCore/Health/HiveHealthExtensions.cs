using HiveGen.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HiveGen;

/// <summary>Health checks of the Hive.</summary>
public static class HiveHealthExtensions
{
    private static readonly TimeSpan DefaultMaxAge = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Adds the check <c>hive</c>: unhealthy when the Hive cannot be opened, degraded when a target is paused or failing, has
    /// dead letters, is behind by more than <paramref name="maxAge"/>, or is not sent to at all. The app itself works on while
    /// targets do not, so nothing of them makes it unhealthy.
    /// </summary>
    /// <param name="builder">What <c>AddHealthChecks()</c> returns.</param>
    /// <param name="maxAge">How old the oldest unsent change may be. Default: five minutes.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxAge"/> is not above zero.</exception>
    public static IHealthChecksBuilder AddHiveChecks(this IHealthChecksBuilder builder, TimeSpan? maxAge = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        TimeSpan age = maxAge ?? DefaultMaxAge;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(age, TimeSpan.Zero, nameof(maxAge));
        return builder.Add(new HealthCheckRegistration(
            "hive",
            services => new HiveHealthCheck(services, services.GetService<TimeProvider>() ?? TimeProvider.System, age),
            failureStatus: null,
            tags: ["hive"]));
    }
}
