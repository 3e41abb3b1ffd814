using HiveGen.Adapters.Sqlite;

namespace HiveGen;

/// <summary>Adds SQLite targets to a Hive.</summary>
public static class SqliteHiveBuilderExtensions
{
    /// <summary>Adds a SQLite file as a target.</summary>
    /// <param name="builder">What <c>AddHive</c> configures.</param>
    /// <param name="name">The target's name, under which its cursor is kept.</param>
    /// <param name="connection">A connection string such as <c>Data Source=replica.db</c>, or only the path, relative to the current folder.</param>
    /// <param name="options">How it works; null for what the section <c>Hive:Targets:&lt;name&gt;</c> says, else the defaults.</param>
    public static HiveBuilder AddSqlite(this HiveBuilder builder, string name, string connection, SqliteTargetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        SqliteAdapter.Register(builder.Services);
        return builder.AddTarget(name, services => new SqliteTarget(name, connection, options ?? SqliteAdapter.Options(services, name)));
    }
}
