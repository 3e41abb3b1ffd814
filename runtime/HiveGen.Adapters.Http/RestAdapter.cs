using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Adapters.Http;

/// <summary>
/// Makes targets at custom REST APIs from configuration: <c>Adapter</c> is <c>Rest</c>; <c>Url</c> (else the variable <c>DATABASE_URL</c>),
/// <c>Secret</c> (else <c>SYNC_SECRET</c>), and what <see cref="RestTargetOptions"/> has, each under its name.
/// </summary>
public sealed class RestAdapter : ITargetAdapter
{
    /// <inheritdoc/>
    public string Name => "Rest";

    /// <inheritdoc/>
    public HiveTarget Create(string target, IConfigurationSection settings, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(services);
        return new RestTarget(target, RestSettings.Of(settings.Path, url: null, Options(services, settings), services.GetRequiredService<IConfiguration>()));
    }

    /// <summary>The options of a section, where there is one.</summary>
    internal static RestTargetOptions Options(IServiceProvider services, IConfigurationSection? settings)
    {
        RestTargetOptions defaults = HttpSettings.Of(new RestTargetOptions(), services, settings);
        return settings is null ? defaults : defaults with
        {
            Mode = HttpSettings.Choice(settings, nameof(RestTargetOptions.Mode), defaults.Mode),
            Versions = HttpSettings.Flag(settings, nameof(RestTargetOptions.Versions)),
            Idempotency = HttpSettings.Flag(settings, nameof(RestTargetOptions.Idempotency)),
            Sign = HttpSettings.Flag(settings, nameof(RestTargetOptions.Sign)),
            CursorPath = settings[nameof(RestTargetOptions.CursorPath)] is { Length: > 0 } path ? path : null,
            MaxRecords = HttpSettings.Number(settings, nameof(RestTargetOptions.MaxRecords)) ?? defaults.MaxRecords,
            Lanes = HttpSettings.Number(settings, nameof(RestTargetOptions.Lanes)) ?? defaults.Lanes,
        };
    }
}
