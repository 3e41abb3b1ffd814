using HiveGen.Adapters.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen;

/// <summary>Adds custom REST APIs to a Hive as targets.</summary>
public static class RestHiveBuilderExtensions
{
    /// <summary>Adds a REST API of your own as a target: one with the original's <c>POST /sync/batch</c>, or more by its options.</summary>
    /// <param name="builder">What <c>AddHive</c> configures.</param>
    /// <param name="name">The target's name.</param>
    /// <param name="url">Where the API is, such as <c>https://api.example.com</c>; null for <c>Hive:Targets:&lt;name&gt;:Url</c>, else the variable <c>DATABASE_URL</c>.</param>
    /// <param name="options">What it understands; null for what the section <c>Hive:Targets:&lt;name&gt;</c> says, else the defaults. Without a secret in them it is read from the configuration.</param>
    public static HiveBuilder AddRest(this HiveBuilder builder, string name, string? url = null, RestTargetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        RouterAdapter.Register(builder.Services);
        return builder.AddTarget(name, services => new RestTarget(
            name,
            RestSettings.Of("Hive:Targets:" + name, url, options ?? RestAdapter.Options(services, HttpSettings.Section(services, name)), services.GetService<IConfiguration>())));
    }
}
