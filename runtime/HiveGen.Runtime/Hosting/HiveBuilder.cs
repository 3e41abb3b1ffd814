using Microsoft.Extensions.DependencyInjection;

namespace HiveGen;

/// <summary>Collects what <c>AddHive</c> is told: targets, jobs and options.</summary>
public sealed class HiveBuilder
{
    internal HiveBuilder(IServiceCollection services) => Services = services;

    /// <summary>The app's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a target. Adapters give it a friendlier form: <c>AddSqlite</c>, <c>AddPostgres</c>.</summary>
    public HiveBuilder AddTarget(string name, Func<IServiceProvider, Targets.HiveTarget> create) => throw new NotImplementedException();
}
