using System.Data.Common;
using HiveGen.Adapters.MySql.PlanetScale;
using HiveGen.Export;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HiveGen.Adapters.MySql;

/// <summary>
/// Makes MySQL and MariaDB targets from configuration: <c>Adapter</c> is <c>MySql</c>; <c>Connection</c> is the driver's connection
/// string, <c>Provider</c> the name under which the app registered the driver in <see cref="DbProviderFactories"/>
/// (<c>MySqlConnector</c> unless it says otherwise), <c>Timeout</c>. It registers the adapter <c>planetscale</c> too.
/// </summary>
public sealed class MySqlAdapter : ITargetAdapter
{
    private const string DefaultProvider = "MySqlConnector";

    /// <inheritdoc/>
    public string Name => "MySql";

    /// <summary>Makes the adapters and the exports known. The generated <c>AddHive</c> calls it; calling it again does nothing.</summary>
    public static void Register(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITargetAdapter, MySqlAdapter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITargetAdapter, PlanetScaleAdapter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHiveExport, MySqlExport>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHiveExport, PlanetScaleExport>());
    }

    /// <inheritdoc/>
    public HiveTarget Create(string target, IConfigurationSection settings, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(services);
        string connection = settings["Connection"] is { Length: > 0 } text
            ? text
            : throw new HiveException($"{settings.Path}:Connection is missing: it is the driver's connection string, such as \"Server=db;User ID=app;Password=…;Database=app\".");
        string provider = settings["Provider"] is { Length: > 0 } named ? named : DefaultProvider;
        if (!DbProviderFactories.TryGetFactory(provider, out DbProviderFactory? factory))
        {
            throw new HiveException($"{settings.Path}:Provider is '{provider}', and no driver of that name is registered: call DbProviderFactories.RegisterFactory(\"{provider}\", …) at the start of the app, or use AddMySql.");
        }

        try
        {
            // A data source that is not the driver's own looks at the text only when it makes a connection.
            DbDataSource source = factory.CreateDataSource(connection);
            source.CreateConnection().Dispose();
            return new MySqlTarget(target, source, Options(services, settings));
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            // The connection string has the password in it; the driver's words name the key alone.
            throw new HiveException($"{settings.Path}:Connection is no connection string of '{provider}': {wrong.Message}", wrong);
        }
    }

    /// <summary>The options of a section, where there is one.</summary>
    internal static MySqlTargetOptions Options(IServiceProvider services, IConfigurationSection? settings)
    {
        MySqlTargetOptions defaults = new();
        return defaults with
        {
            Clock = services.GetService<TimeProvider>() ?? TimeProvider.System,
            GhostRetention = TargetTimes.GhostRetention(settings),
            Timeout = TargetTimes.Wait(settings, nameof(MySqlTargetOptions.Timeout)) ?? defaults.Timeout,
        };
    }
}
