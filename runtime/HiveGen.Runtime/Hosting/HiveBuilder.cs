using HiveGen.Targets;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen;

/// <summary>Collects what <c>AddHive</c> is told: targets, jobs and options.</summary>
public sealed class HiveBuilder
{
    internal HiveBuilder(IServiceCollection services) => Services = services;

    /// <summary>The app's services.</summary>
    public IServiceCollection Services { get; }

    internal List<Func<IServiceProvider, HiveTarget>> Targets { get; } = [];

    internal List<Action<HiveOptions>> Configurations { get; } = [];

    /// <summary>Adds a target. Adapters give it a friendlier form: <c>AddSqlite</c>, <c>AddPostgres</c>.</summary>
    /// <param name="name">The name under which its cursor is kept. A renamed target is a new one.</param>
    /// <param name="create">Makes it, once, when the Hive is opened.</param>
    public HiveBuilder AddTarget(string name, Func<IServiceProvider, HiveTarget> create)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(create);
        Targets.Add(services => create(services) is { } target && target.Name == name
            ? target
            : throw new HiveException($"The target added as '{name}' was made under another name: its cursor would be kept under that."));
        return this;
    }

    /// <summary>
    /// Adds the handler of the jobs that hooks store with <c>Enqueue(name, payload)</c>. A job runs at least once; it is tried
    /// again when the handler throws or does not end in time.
    /// </summary>
    /// <param name="name">The name under which jobs are stored.</param>
    /// <param name="handler">Runs one.</param>
    /// <param name="timeout">How long it may run; null for <see cref="HiveDispatchOptions.JobTimeout"/>.</param>
    public HiveBuilder AddJob(string name, HiveJob handler, TimeSpan? timeout = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(handler);
        return Configure(options =>
        {
            if (!options.Jobs.TryAdd(name, handler))
            {
                throw new HiveException($"Two handlers are added for the job '{name}'.");
            }

            if (timeout is { } limit)
            {
                options.Dispatch.JobTimeouts[name] = limit;
            }
        });
    }

    /// <summary>The same for a job with a typed payload; one that is not of the type is dead at once.</summary>
    /// <inheritdoc cref="AddJob(string, HiveJob, TimeSpan?)"/>
    public HiveBuilder AddJob<TPayload>(JobType<TPayload> job, Func<IServiceProvider, TPayload, CancellationToken, Task> handler, TimeSpan? timeout = null)
        where TPayload : notnull
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(handler);
        return AddJob(job.Name, (services, payload, cancellationToken) => handler(services, job.Read(payload), cancellationToken), timeout);
    }

    /// <summary>Adds an adapter, so that targets can be configured by its name.</summary>
    public HiveBuilder AddAdapter(ITargetAdapter adapter)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        Services.AddSingleton(adapter);
        return this;
    }

    /// <summary>Sets options in code, over what the configuration says.</summary>
    public HiveBuilder Configure(Action<HiveOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Configurations.Add(configure);
        return this;
    }
}
