using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HiveGen.Export;

/// <summary>The exports that every app has.</summary>
internal static class HiveExports
{
    public static void Register(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHiveExport, HiveSqlExport>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHiveExport, JsonSchemaExport>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHiveExport, DiagramExport>());
    }
}
