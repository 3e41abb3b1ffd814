using HiveGen.Export;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HiveGen.Adapters.Firestore;

/// <summary>
/// Makes Firestore targets from configuration: <c>Adapter</c> is <c>Firestore</c>; <c>ProjectId</c> (else the variable
/// <c>GOOGLE_CLOUD_PROJECT</c>, else the key's), <c>Database</c>, <c>ServiceAccount</c> (else <c>GOOGLE_APPLICATION_CREDENTIALS</c>),
/// <c>Emulator</c> (else <c>FIRESTORE_EMULATOR_HOST</c>), <c>AllowHttp</c>, <c>Timeout</c>.
/// </summary>
public sealed class FirestoreAdapter : ITargetAdapter
{
    /// <inheritdoc/>
    public string Name => "Firestore";

    /// <summary>Makes the adapter known. The generated <c>AddHive</c> calls it; calling it again does nothing.</summary>
    public static void Register(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITargetAdapter, FirestoreAdapter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHiveExport, FirestoreExport>());
    }

    /// <inheritdoc/>
    public HiveTarget Create(string target, IConfigurationSection settings, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(services);
        return new FirestoreTarget(target, FirestoreSettings.Of(settings.Path, project: null, options: null, services));
    }
}
