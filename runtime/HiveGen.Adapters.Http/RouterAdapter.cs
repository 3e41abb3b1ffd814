using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HiveGen.Adapters.Http;

/// <summary>
/// Makes targets at other machines' routers from configuration: <c>Adapter</c> is <c>Router</c>; <c>Url</c> (else the variable
/// <c>BLADE_PUBLIC_URL</c>), <c>Secret</c> (else <c>SYNC_SECRET</c>), <c>Sign</c>, <c>AllowHttp</c>, <c>Timeout</c>.
/// </summary>
public sealed class RouterAdapter : ITargetAdapter
{
    /// <inheritdoc/>
    public string Name => "Router";

    /// <summary>Makes this adapter and <see cref="RestAdapter"/> known, and <see cref="ISyncClient"/> with the section <c>SyncClient</c> as its settings. The generated <c>AddHive</c> calls it; calling it again does nothing.</summary>
    public static void Register(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITargetAdapter, RouterAdapter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITargetAdapter, RestAdapter>());
        services.TryAddSingleton<ISyncClient>(static provider => MakeClient(provider));
    }

    /// <inheritdoc/>
    public HiveTarget Create(string target, IConfigurationSection settings, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(services);
        return new RouterTarget(target, RouterSettings.Of(settings.Path, url: null, Options(services, settings), services.GetRequiredService<IConfiguration>()));
    }

    private static SyncClient MakeClient(IServiceProvider services)
    {
        IConfiguration configuration = services.GetRequiredService<IConfiguration>();
        RouterTargetOptions options = Options(services, configuration.GetSection(SyncClient.Section));
        return new SyncClient(
            RouterSettings.Of(SyncClient.Section, url: null, options, configuration),
            services.GetRequiredService<HiveTargets>().Models,
            services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance);
    }

    /// <summary>The options of a section, where there is one.</summary>
    internal static RouterTargetOptions Options(IServiceProvider services, IConfigurationSection? settings)
        => HttpSettings.Of(new RouterTargetOptions { Sign = settings is not null && HttpSettings.Flag(settings, nameof(RouterTargetOptions.Sign)) }, services, settings);
}
