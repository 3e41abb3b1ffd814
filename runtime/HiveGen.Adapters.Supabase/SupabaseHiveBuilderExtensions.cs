using HiveGen.Adapters.Http;
using HiveGen.Adapters.Supabase;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen;

/// <summary>Adds Supabase projects to a Hive as targets.</summary>
public static class SupabaseHiveBuilderExtensions
{
    /// <summary>Adds a Supabase project as a target. Run the migration of <c>hive export supabase</c> there first.</summary>
    /// <param name="builder">What <c>AddHive</c> configures.</param>
    /// <param name="name">The target's name, under which its cursor is kept.</param>
    /// <param name="url">The project's URL, such as <c>https://abcdefgh.supabase.co</c>; null for <c>Hive:Targets:&lt;name&gt;:Url</c>, else the variable <c>SUPABASE_URL</c>.</param>
    /// <param name="options">How it is reached; null for those of the section <c>Hive:Targets:&lt;name&gt;</c>, else the defaults. Without a key in them it is read from the configuration.</param>
    public static HiveBuilder AddSupabase(this HiveBuilder builder, string name, string? url = null, SupabaseTargetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        SupabaseAdapter.Register(builder.Services);
        return builder.AddTarget(name, services => new SupabaseTarget(
            name,
            SupabaseSettings.Of("Hive:Targets:" + name, url, options ?? SupabaseAdapter.Options(services, HttpSettings.Section(services, name)), services.GetService<IConfiguration>())));
    }
}
