using HiveGen.Export;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HiveGen.Adapters.MongoDb;

/// <summary>
/// Makes MongoDB targets from configuration: <c>Adapter</c> is <c>MongoDb</c>; <c>Connection</c> (else the variable
/// <c>MONGODB_URI</c>), <c>Database</c> (else the path of the connection string).
/// </summary>
public sealed class MongoAdapter : ITargetAdapter
{
    /// <inheritdoc/>
    public string Name => "MongoDb";

    /// <summary>Makes the adapter known. The generated <c>AddHive</c> calls it; calling it again does nothing.</summary>
    public static void Register(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITargetAdapter, MongoAdapter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHiveExport, MongoExport>());
    }

    /// <inheritdoc/>
    public HiveTarget Create(string target, IConfigurationSection settings, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(services);
        return MongoSetup.Create(target, settings.Path, connection: null, options: null, services);
    }
}
