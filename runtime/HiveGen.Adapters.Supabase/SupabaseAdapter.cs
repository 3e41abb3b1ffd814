using HiveGen.Adapters.Http;
using HiveGen.Adapters.Supabase.Export;
using HiveGen.Export;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HiveGen.Adapters.Supabase;

/// <summary>
/// Makes Supabase targets from configuration: <c>Adapter</c> is <c>Supabase</c>; <c>Url</c> (else the variable <c>SUPABASE_URL</c>),
/// <c>Key</c> (else <c>SUPABASE_SERVICE_KEY</c>), <c>AllowHttp</c>, <c>Timeout</c>.
/// </summary>
public sealed class SupabaseAdapter : ITargetAdapter
{
    /// <inheritdoc/>
    public string Name => "Supabase";

    /// <summary>Makes the adapter known. The generated <c>AddHive</c> calls it; calling it again does nothing.</summary>
    public static void Register(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITargetAdapter, SupabaseAdapter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHiveExport, SupabaseExport>());
    }

    /// <inheritdoc/>
    public HiveTarget Create(string target, IConfigurationSection settings, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(services);
        return new SupabaseTarget(target, SupabaseSettings.Of(settings.Path, url: null, Options(services, settings), services.GetRequiredService<IConfiguration>()));
    }

    /// <summary>The options of a section, where there is one.</summary>
    internal static SupabaseTargetOptions Options(IServiceProvider services, IConfigurationSection? settings)
        => HttpSettings.Of(new SupabaseTargetOptions { GhostRetention = TargetTimes.GhostRetention(settings) }, services, settings);
}
