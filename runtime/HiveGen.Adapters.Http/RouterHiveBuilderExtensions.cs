using HiveGen.Adapters.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen;

/// <summary>Adds the routers of other machines to a Hive as targets.</summary>
public static class RouterHiveBuilderExtensions
{
    /// <summary>Adds the router of another machine's HiveGen app as a target.</summary>
    /// <param name="builder">What <c>AddHive</c> configures.</param>
    /// <param name="name">The target's name.</param>
    /// <param name="url">Where that app is, such as <c>https://central.example.com</c>; null for <c>Hive:Targets:&lt;name&gt;:Url</c>, else the variable <c>BLADE_PUBLIC_URL</c>.</param>
    /// <param name="options">How it is reached; null for those of the section <c>Hive:Targets:&lt;name&gt;</c>, else the defaults. Without a secret in them it is read from the configuration.</param>
    public static HiveBuilder AddRouter(this HiveBuilder builder, string name, string? url = null, RouterTargetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        RouterAdapter.Register(builder.Services);
        return builder.AddTarget(name, services => new RouterTarget(
            name,
            RouterSettings.Of("Hive:Targets:" + name, url, options ?? RouterAdapter.Options(services, HttpSettings.Section(services, name)), services.GetService<IConfiguration>())));
    }
}
