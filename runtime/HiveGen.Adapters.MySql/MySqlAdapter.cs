using HiveGen.Adapters.Http;
using HiveGen.Adapters.MySql.PlanetScale;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HiveGen.Adapters.MySql;

/// <summary>
/// Makes PlanetScale targets from configuration: <c>Adapter</c> is <c>planetscale</c>; <c>Url</c> (else the variable
/// <c>DATABASE_HOST</c> or <c>DATABASE_URL</c>), <c>Username</c> (else <c>DATABASE_USERNAME</c>), <c>Password</c> (else
/// <c>DATABASE_PASSWORD</c> or <c>DATABASE_API_KEY</c>), <c>AllowHttp</c>, <c>Timeout</c>. MySQL itself needs a driver, which only code
/// can name: <c>AddMySql</c>.
/// </summary>
public sealed class MySqlAdapter : ITargetAdapter
{
    /// <inheritdoc/>
    public string Name => "planetscale";

    /// <summary>Makes the adapter known. The generated <c>AddHive</c> calls it; calling it again does nothing.</summary>
    public static void Register(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITargetAdapter, MySqlAdapter>());
    }

    /// <inheritdoc/>
    public HiveTarget Create(string target, IConfigurationSection settings, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(services);
        PlanetScaleTargetOptions options = HttpSettings.Of(new PlanetScaleTargetOptions(), services, settings);
        return new PlanetScaleTarget(target, PlanetScaleSettings.Of(settings.Path, url: null, options, services.GetRequiredService<IConfiguration>()));
    }
}
