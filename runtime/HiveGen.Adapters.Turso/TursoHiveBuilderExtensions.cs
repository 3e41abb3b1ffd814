using HiveGen.Adapters.Http;
using HiveGen.Adapters.Turso;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen;

/// <summary>Adds Turso targets to a Hive.</summary>
public static class TursoHiveBuilderExtensions
{
    /// <summary>Adds a Turso database, or any libSQL server, as a target.</summary>
    /// <param name="builder">What <c>AddHive</c> configures.</param>
    /// <param name="name">The target's name, under which its cursor is kept.</param>
    /// <param name="url">
    /// The database's address, such as <c>libsql://app-me.turso.io</c>. Null for <c>Hive:Targets:&lt;name&gt;:Url</c>, else the variable
    /// <c>TURSO_DATABASE_URL</c> or <c>DATABASE_URL</c>.
    /// </param>
    /// <param name="options">How it is reached; null for those of the section <c>Hive:Targets:&lt;name&gt;</c>, else the defaults.</param>
    public static HiveBuilder AddTurso(this HiveBuilder builder, string name, string? url = null, TursoTargetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        TursoAdapter.Register(builder.Services);
        return builder.AddTarget(name, services => new TursoTarget(
            name, TursoSettings.Of("Hive:Targets:" + name, url, options ?? TursoAdapter.Options(services, HttpSettings.Section(services, name)), services.GetService<IConfiguration>())));
    }
}
