using HiveGen.Adapters.Http;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Adapters.MySql.PlanetScale;

/// <summary>
/// Makes PlanetScale targets from configuration: <c>Adapter</c> is <c>PlanetScale</c>; <c>Url</c> (else the variable
/// <c>DATABASE_HOST</c> or <c>DATABASE_URL</c>), <c>Username</c> (else <c>DATABASE_USERNAME</c>), <c>Password</c> (else
/// <c>DATABASE_PASSWORD</c> or <c>DATABASE_API_KEY</c>), <c>AllowHttp</c>, <c>Timeout</c>.
/// </summary>
internal sealed class PlanetScaleAdapter : ITargetAdapter
{
    public string Name => "PlanetScale";

    public HiveTarget Create(string target, IConfigurationSection settings, IServiceProvider services)
    {
        return new PlanetScaleTarget(target, PlanetScaleSettings.Of(settings.Path, url: null, Options(services, settings), services.GetRequiredService<IConfiguration>()));
    }

    /// <summary>The options of a section, where there is one.</summary>
    internal static PlanetScaleTargetOptions Options(IServiceProvider services, IConfigurationSection? settings)
        => HttpSettings.Of(new PlanetScaleTargetOptions { GhostRetention = TargetTimes.GhostRetention(settings) }, services, settings);
}
