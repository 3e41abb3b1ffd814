using HiveGen.Adapters.Convex.Export;
using HiveGen.Adapters.Http;
using HiveGen.Export;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HiveGen.Adapters.Convex;

/// <summary>
/// Makes Convex targets from configuration: <c>Adapter</c> is <c>Convex</c>; <c>Url</c> (else the variable <c>CONVEX_URL</c>),
/// <c>DeployKey</c> (else <c>CONVEX_DEPLOY_KEY</c>), <c>AllowHttp</c>, <c>Timeout</c>.
/// </summary>
public sealed class ConvexAdapter : ITargetAdapter
{
    /// <inheritdoc/>
    public string Name => "Convex";

    /// <summary>Makes the adapter known. The generated <c>AddHive</c> calls it; calling it again does nothing.</summary>
    public static void Register(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITargetAdapter, ConvexAdapter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHiveExport, ConvexExport>());
    }

    /// <inheritdoc/>
    public HiveTarget Create(string target, IConfigurationSection settings, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(services);
        return new ConvexTarget(target, ConvexSettings.Of(settings.Path, url: null, Options(services, settings), services.GetRequiredService<IConfiguration>()));
    }

    /// <summary>The options of a section, where there is one.</summary>
    internal static ConvexTargetOptions Options(IServiceProvider services, IConfigurationSection? settings)
        => HttpSettings.Of(new ConvexTargetOptions { GhostRetention = TargetTimes.GhostRetention(settings) }, services, settings);
}
