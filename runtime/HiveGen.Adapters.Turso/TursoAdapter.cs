using HiveGen.Adapters.Http;
using HiveGen.Export;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HiveGen.Adapters.Turso;

/// <summary>
/// Makes Turso targets from configuration: <c>Adapter</c> is <c>Turso</c>; <c>Url</c> (else the variable <c>TURSO_DATABASE_URL</c> or
/// <c>DATABASE_URL</c>), <c>AuthToken</c> (else <c>TURSO_AUTH_TOKEN</c> or <c>DATABASE_API_KEY</c>), <c>AllowHttp</c>, <c>Timeout</c>.
/// </summary>
public sealed class TursoAdapter : ITargetAdapter
{
    /// <inheritdoc/>
    public string Name => "Turso";

    /// <summary>Makes the adapter known. The generated <c>AddHive</c> calls it; calling it again does nothing.</summary>
    public static void Register(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITargetAdapter, TursoAdapter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHiveExport, TursoExport>());
    }

    /// <inheritdoc/>
    public HiveTarget Create(string target, IConfigurationSection settings, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(services);
        return new TursoTarget(target, TursoSettings.Of(settings.Path, url: null, Options(services, settings), services.GetRequiredService<IConfiguration>()));
    }

    /// <summary>The options of a section, where there is one.</summary>
    internal static TursoTargetOptions Options(IServiceProvider services, IConfigurationSection? settings)
        => HttpSettings.Of(new TursoTargetOptions { GhostRetention = TargetTimes.GhostRetention(settings) }, services, settings);
}
