using System.Data.Common;
using HiveGen.Adapters.Http;
using HiveGen.Adapters.MySql;
using HiveGen.Adapters.MySql.PlanetScale;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen;

/// <summary>Adds MySQL, MariaDB and PlanetScale targets to a Hive.</summary>
public static class MySqlHiveBuilderExtensions
{
    /// <summary>Adds a MySQL or MariaDB database as a target, through the driver of your choice.</summary>
    /// <param name="builder">What <c>AddHive</c> configures.</param>
    /// <param name="name">The target's name, under which its cursor is kept.</param>
    /// <param name="source">
    /// Makes the driver's pool of connections, such as <c>_ =&gt; new MySqlDataSource(connectionString)</c> of MySqlConnector; it is
    /// disposed with the target.
    /// </param>
    /// <param name="options">How it is used; null for what the section <c>Hive:Targets:&lt;name&gt;</c> says, else the defaults.</param>
    public static HiveBuilder AddMySql(this HiveBuilder builder, string name, Func<IServiceProvider, DbDataSource> source, MySqlTargetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(source);
        return builder.AddTarget(name, services => new MySqlTarget(
            name, source(services), options ?? MySqlAdapter.Options(services, HttpSettings.Section(services, name))));
    }

    /// <summary>Adds a PlanetScale database as a target, over its HTTP API.</summary>
    /// <param name="builder">What <c>AddHive</c> configures.</param>
    /// <param name="name">The target's name, under which its cursor is kept.</param>
    /// <param name="url">
    /// The host that PlanetScale shows, such as <c>aws.connect.psdb.cloud</c>, or its whole <c>mysql://</c> address. Null for
    /// <c>Hive:Targets:&lt;name&gt;:Url</c>, else the variable <c>DATABASE_HOST</c> or <c>DATABASE_URL</c>.
    /// </param>
    /// <param name="options">How it is reached; null for those of the section <c>Hive:Targets:&lt;name&gt;</c>, else the defaults.</param>
    public static HiveBuilder AddPlanetScale(this HiveBuilder builder, string name, string? url = null, PlanetScaleTargetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        MySqlAdapter.Register(builder.Services);
        return builder.AddTarget(name, services => new PlanetScaleTarget(
            name, PlanetScaleSettings.Of("Hive:Targets:" + name, url, options ?? PlanetScaleAdapter.Options(services, HttpSettings.Section(services, name)), services.GetService<IConfiguration>())));
    }
}
