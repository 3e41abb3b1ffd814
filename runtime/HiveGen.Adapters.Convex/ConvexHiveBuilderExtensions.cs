using HiveGen.Adapters.Convex;
using HiveGen.Adapters.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen;

/// <summary>Adds Convex deployments to a Hive as targets.</summary>
public static class ConvexHiveBuilderExtensions
{
    /// <summary>Adds a Convex deployment as a target. Deploy the functions of <c>hive export convex</c> there first.</summary>
    /// <param name="builder">What <c>AddHive</c> configures.</param>
    /// <param name="name">The target's name, under which its cursor is kept.</param>
    /// <param name="url">The deployment's URL, such as <c>https://happy-animal-123.convex.cloud</c>; null for <c>Hive:Targets:&lt;name&gt;:Url</c>, else the variable <c>CONVEX_URL</c>.</param>
    /// <param name="options">How it is reached; null for those of the section <c>Hive:Targets:&lt;name&gt;</c>, else the defaults. Without a deploy key in them it is read from the configuration.</param>
    public static HiveBuilder AddConvex(this HiveBuilder builder, string name, string? url = null, ConvexTargetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ConvexAdapter.Register(builder.Services);
        return builder.AddTarget(name, services => new ConvexTarget(
            name,
            ConvexSettings.Of("Hive:Targets:" + name, url, options ?? ConvexAdapter.Options(services, HttpSettings.Section(services, name)), services.GetService<IConfiguration>())));
    }
}
