using HiveGen.Adapters.MongoDb;

namespace HiveGen;

/// <summary>Adds MongoDB databases to a Hive as targets.</summary>
public static class MongoHiveBuilderExtensions
{
    /// <summary>Adds a MongoDB database as a target, reached by the built-in client.</summary>
    /// <param name="builder">What <c>AddHive</c> configures.</param>
    /// <param name="name">The target's name, under which its cursor is kept.</param>
    /// <param name="connection">A connection string, such as <c>mongodb://user:password@db.example.com/app?authSource=admin</c>; null for <c>Hive:Targets:&lt;name&gt;:Connection</c>, else the variable <c>MONGODB_URI</c>.</param>
    /// <param name="options">How it works; null for what the section <c>Hive:Targets:&lt;name&gt;</c> says, else the defaults.</param>
    public static HiveBuilder AddMongoDb(this HiveBuilder builder, string name, string? connection = null, MongoTargetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        MongoAdapter.Register(builder.Services);
        return builder.AddTarget(name, services => MongoSetup.Create(name, "Hive:Targets:" + name, connection, options, services));
    }

    /// <summary>Adds a MongoDB database as a target, reached by a client of your own, such as a bridge to MongoDB.Driver.</summary>
    /// <param name="builder">What <c>AddHive</c> configures.</param>
    /// <param name="name">The target's name, under which its cursor is kept.</param>
    /// <param name="commands">Makes the client, which is disposed with the target.</param>
    /// <param name="options">How it works: the database must be named.</param>
    public static HiveBuilder AddMongoDb(this HiveBuilder builder, string name, Func<IServiceProvider, IMongoCommands> commands, MongoTargetOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(commands);
        MongoAdapter.Register(builder.Services);
        return builder.AddTarget(name, services => new MongoTarget(name, commands(services), options));
    }
}
