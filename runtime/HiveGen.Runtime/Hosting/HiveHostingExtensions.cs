using System.ComponentModel;
using HiveGen.Export;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HiveGen;

/// <summary>Called by the generated <c>AddHive</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HiveHostingExtensions
{
    /// <summary>
    /// Registers the database as a singleton, its options, its dispatcher and its targets. The file is opened when the database
    /// is first asked for, at the latest when the host starts.
    /// </summary>
    public static IHostApplicationBuilder AddHiveDatabase<TDatabase>(this IHostApplicationBuilder builder, HiveSchema schema, Func<HiveEngine, TDatabase> create, Action<HiveBuilder>? configure)
        where TDatabase : HiveDatabase
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(create);
        HiveBuilder hive = new(builder.Services);
        configure?.Invoke(hive);
        builder.Services.AddSingleton(schema);
        HiveExports.Register(builder.Services);
        builder.Services.AddOptions<HiveOptions>().ValidateOnStart();
        builder.Services.AddSingleton<IConfigureOptions<HiveOptions>>(services => new HiveOptionsSetup(builder.Configuration.GetSection("Hive"), hive, services));
        builder.Services.AddSingleton<IValidateOptions<HiveOptions>, HiveOptionsCheck>();
        builder.Services.AddSingleton(services => create(HiveEngine.Open(schema, services.GetRequiredService<IOptions<HiveOptions>>().Value)));
        builder.Services.AddSingleton<HiveDatabase>(static services => services.GetRequiredService<TDatabase>());
        builder.Services.AddSingleton(static services => services.GetRequiredService<TDatabase>().Sync.Targets);
        builder.Services.AddHostedService<HiveHostedService<TDatabase>>();
        return builder;
    }
}
