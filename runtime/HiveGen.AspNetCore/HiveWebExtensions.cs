using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;
using HiveGen.OpenApi;
using HiveGen.Router;
using HiveGen.Router.Remote;
using HiveGen.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HiveGen;

/// <summary>Called by the generated <c>AddHive</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HiveWebExtensions
{
    /// <summary>
    /// Adds what <c>MapHiveSync</c> and <c>MapHiveDocs</c> need, and lets the app's own endpoints read and write records with the
    /// generated JSON metadata. May be called once for each assembly with models.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="resolver">The JSON metadata of the records and their DTOs, as the generator emits it.</param>
    public static IServiceCollection AddHiveWeb(this IServiceCollection services, IJsonTypeInfoResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(resolver);
        services.AddSingleton(new HiveJsonResolver(resolver));
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, resolver));
        if (services.Any(static service => service.ServiceType == typeof(SyncEndpoint)))
        {
            return services;
        }

        services.AddOptions<HiveSyncOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<HiveSyncOptions>, SyncOptionsBinder>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HiveSyncOptions>, SyncOptionsRules>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RouterTelemetry>();
        services.AddSingleton<LiveSyncOptions>();
        services.AddSingleton<RepeatedRequests>();
        services.AddSingleton<SyncGuard>();
        services.AddSingleton<SyncModels>();
        services.AddSingleton<TargetSender>();
        services.AddSingleton<SyncEndpoint>();
        services.AddSingleton<RemoteEndpoint>();
        services.AddSingleton<ModelsCall>();
        services.AddSingleton<CursorCall>();
        services.AddSingleton<SweepCall>();
        services.AddSingleton<RowScope>();
        services.AddSingleton<DigestCall>();
        services.AddSingleton<RowsCall>();
        services.AddSingleton<SyncStart>();
        services.AddHostedService(static provider => provider.GetRequiredService<SyncStart>());
        services.AddOpenApi(static options => options.AddDocumentTransformer(new SyncDocument()));
        return services;
    }
}
