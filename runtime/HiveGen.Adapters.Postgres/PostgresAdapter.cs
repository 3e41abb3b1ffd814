using HiveGen.Export;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HiveGen.Adapters.Postgres;

/// <summary>
/// Makes PostgreSQL targets from configuration: <c>Adapter</c> is <c>Postgres</c>; <c>Connection</c> (else the variable
/// <c>DATABASE_URL</c>) and <c>GhostRetention</c>.
/// </summary>
public sealed class PostgresAdapter : ITargetAdapter
{
    /// <inheritdoc/>
    public string Name => "Postgres";

    /// <summary>Makes the adapters of PostgreSQL and Neon known, and their exports. The generated <c>AddHive</c> calls it; calling it again does nothing.</summary>
    public static void Register(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITargetAdapter, PostgresAdapter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITargetAdapter, NeonAdapter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHiveExport, PostgresExport>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHiveExport, PrismaExport>());
    }

    /// <inheritdoc/>
    public HiveTarget Create(string target, IConfigurationSection settings, IServiceProvider services) => Make(target, settings, services, isNeon: false);

    /// <summary>A target of what a section says.</summary>
    internal static PostgresTarget Make(string target, IConfigurationSection settings, IServiceProvider services, bool isNeon)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(services);
        return new PostgresTarget(target, PostgresSettings.Of(settings.Path, connection: null, services.GetRequiredService<IConfiguration>(), isNeon), Options(services, settings));
    }

    /// <summary>The options of the section of a target that code adds.</summary>
    internal static PostgresTargetOptions Options(IServiceProvider services, string target) => Options(services, services.GetService<IConfiguration>()?.GetSection("Hive:Targets:" + target));

    private static PostgresTargetOptions Options(IServiceProvider services, IConfigurationSection? settings) => new()
    {
        Clock = services.GetService<TimeProvider>() ?? TimeProvider.System,
        GhostRetention = TargetTimes.GhostRetention(settings),
    };
}
