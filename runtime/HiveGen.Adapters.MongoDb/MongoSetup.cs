using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Reads the settings of a target.</summary>
internal static class MongoSetup
{
    /// <summary>The original's variable.</summary>
    public const string Variable = "MONGODB_URI";

    /// <summary>A target as configured.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="path">The section that messages name.</param>
    /// <param name="connection">The connection string in code; null for the section's, else the variable's.</param>
    /// <param name="options">The options in code; null for the section's.</param>
    /// <param name="services">The app's services.</param>
    /// <exception cref="HiveException">A setting is missing or wrong; the message names its key.</exception>
    public static MongoTarget Create(string name, string path, string? connection, MongoTargetOptions? options, IServiceProvider services)
    {
        IConfiguration? configuration = services.GetService<IConfiguration>();
        string key = connection is null ? $"{path}:Connection" : $"The connection string of the MongoDB target '{name}'";
        string? given = connection ?? NotEmpty(configuration?[$"{path}:Connection"]);
        if (given is null)
        {
            key = Variable;
            given = NotEmpty(configuration?[Variable])
                ?? throw new HiveException($"{path}:Connection is missing, and so is {Variable}: it says where MongoDB is, such as mongodb://user:password@db.example.com/app?authSource=admin.");
        }

        options ??= Options(services, configuration?.GetSection(path));
        return new MongoTarget(name, MongoUrl.Parse(key, given), options with { Database = options.Database ?? NotEmpty(configuration?[$"{path}:Database"]) });
    }

    /// <summary>The options of a section, where there is one.</summary>
    /// <exception cref="HiveException">A setting is wrong; the message names its key.</exception>
    public static MongoTargetOptions Options(IServiceProvider services, IConfigurationSection? settings) => new()
    {
        Clock = services.GetService<TimeProvider>() ?? TimeProvider.System,
        GhostRetention = TargetTimes.GhostRetention(settings),
    };

    /// <summary>A name of a database that may be one.</summary>
    /// <exception cref="HiveException">There is none, or it cannot be one.</exception>
    public static string Database(string target, string? database)
    {
        if (string.IsNullOrEmpty(database))
        {
            throw new HiveException($"The MongoDB target '{target}' has no database: name it in the path of the connection string, as in mongodb://db.example.com/app, or as Hive:Targets:{target}:Database.");
        }

        return database.AsSpan().ContainsAny("/\\. \"$*<>:|?\0")
            ? throw new HiveException($"The database '{database}' of the MongoDB target '{target}' has a character that no database may have: / \\ . \" $ * < > : | ? or a space.")
            : database;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
