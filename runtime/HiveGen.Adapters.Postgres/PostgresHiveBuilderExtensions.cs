using HiveGen.Adapters.Postgres;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HiveGen;

/// <summary>Adds PostgreSQL and Neon databases to a Hive as targets.</summary>
public static class PostgresHiveBuilderExtensions
{
    /// <summary>Adds a PostgreSQL database as a target.</summary>
    /// <param name="builder">What <c>AddHive</c> configures.</param>
    /// <param name="name">The target's name.</param>
    /// <param name="connection">An address such as <c>postgres://user:password@host/database</c> or a connection string of Npgsql; null for <c>Hive:Targets:&lt;name&gt;:Connection</c>, else the variable <c>DATABASE_URL</c>.</param>
    /// <param name="options">How it works; null for those of the section <c>Hive:Targets:&lt;name&gt;</c>, else the defaults.</param>
    public static HiveBuilder AddPostgres(this HiveBuilder builder, string name, string? connection = null, PostgresTargetOptions? options = null)
        => Add(builder, name, connection, options, isNeon: false);

    /// <summary>Adds a PostgreSQL database as a target, with connections that the app sets up itself, as for certificates or passwords that change.</summary>
    /// <param name="builder">What <c>AddHive</c> configures.</param>
    /// <param name="name">The target's name.</param>
    /// <param name="dataSource">Gives the connections. The app disposes of it, after the Hive.</param>
    /// <param name="options">How it works; null for those of the section <c>Hive:Targets:&lt;name&gt;</c>, else the defaults.</param>
    public static HiveBuilder AddPostgres(this HiveBuilder builder, string name, NpgsqlDataSource dataSource, PostgresTargetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(dataSource);
        PostgresAdapter.Register(builder.Services);
        return builder.AddTarget(name, services => new PostgresTarget(name, dataSource, options ?? PostgresAdapter.Options(services, name)));
    }

    /// <summary>
    /// Adds a Neon database as a target, by its pooled address or the direct one: its certificate is checked, a cold start is
    /// waited for, and nothing is kept in a session.
    /// </summary>
    /// <inheritdoc cref="AddPostgres(HiveBuilder, string, string?, PostgresTargetOptions?)"/>
    public static HiveBuilder AddNeon(this HiveBuilder builder, string name, string? connection = null, PostgresTargetOptions? options = null)
        => Add(builder, name, connection, options, isNeon: true);

    private static HiveBuilder Add(HiveBuilder builder, string name, string? connection, PostgresTargetOptions? options, bool isNeon)
    {
        ArgumentNullException.ThrowIfNull(builder);
        PostgresAdapter.Register(builder.Services);
        return builder.AddTarget(name, services => new PostgresTarget(
            name,
            PostgresSettings.Of("Hive:Targets:" + name, connection, services.GetService<IConfiguration>(), isNeon),
            options ?? PostgresAdapter.Options(services, name)));
    }
}
