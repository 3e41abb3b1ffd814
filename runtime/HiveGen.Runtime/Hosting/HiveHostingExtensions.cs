using System.ComponentModel;
using Microsoft.Extensions.Hosting;

namespace HiveGen;

/// <summary>Called by the generated <c>AddHive</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HiveHostingExtensions
{
    /// <summary>Registers the database as a singleton, its options, its dispatcher and its targets.</summary>
    public static IHostApplicationBuilder AddHiveDatabase<TDatabase>(this IHostApplicationBuilder builder, HiveSchema schema, Func<HiveEngine, TDatabase> create, Action<HiveBuilder>? configure)
        where TDatabase : HiveDatabase
        => throw new NotImplementedException();
}
