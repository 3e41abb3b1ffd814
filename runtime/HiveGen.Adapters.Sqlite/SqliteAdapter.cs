using HiveGen.Export;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HiveGen.Adapters.Sqlite;

/// <summary>Makes SQLite targets from configuration: <c>Adapter</c> is <c>Sqlite</c>, <c>Connection</c> a connection string or a path.</summary>
public sealed class SqliteAdapter : ITargetAdapter
{
    /// <inheritdoc/>
    public string Name => "Sqlite";

    /// <summary>Makes the adapter known. The generated <c>AddHive</c> calls it; calling it again does nothing.</summary>
    public static void Register(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITargetAdapter, SqliteAdapter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHiveExport, SqliteExport>());
    }

    /// <inheritdoc/>
    public HiveTarget Create(string target, IConfigurationSection settings, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(services);
        string connection = settings["Connection"] is { Length: > 0 } text
            ? text
            : throw new HiveException($"{settings.Path}:Connection is missing: it names the file, such as \"Data Source=replica.db\".");
        try
        {
            return new SqliteTarget(target, connection, Options(services, settings));
        }
        catch (ArgumentException wrong)
        {
            throw new HiveException($"{settings.Path}:Connection is '{connection}': {wrong.Message}", wrong);
        }
    }

    /// <summary>The options of the section of a target that code adds.</summary>
    internal static SqliteTargetOptions Options(IServiceProvider services, string target) => Options(services, services.GetService<IConfiguration>()?.GetSection("Hive:Targets:" + target));

    private static SqliteTargetOptions Options(IServiceProvider services, IConfigurationSection? settings)
    {
        SqliteTargetOptions defaults = new();
        return defaults with
        {
            Clock = services.GetService<TimeProvider>() ?? TimeProvider.System,
            BusyTimeout = TargetTimes.Wait(settings, nameof(SqliteTargetOptions.BusyTimeout)) ?? defaults.BusyTimeout,
            GhostRetention = TargetTimes.GhostRetention(settings),
        };
    }
}
