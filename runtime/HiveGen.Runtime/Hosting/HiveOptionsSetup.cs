using System.Diagnostics.Metrics;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HiveGen;

/// <summary>Fills the options: from the configuration, then from code, then the targets of both.</summary>
internal sealed class HiveOptionsSetup(IConfigurationSection section, HiveBuilder hive, IServiceProvider services) : IConfigureOptions<HiveOptions>
{
    public void Configure(HiveOptions options)
    {
        options.Services = services;
        options.LoggerFactory = services.GetService<ILoggerFactory>();
        options.MeterFactory = services.GetService<IMeterFactory>();
        options.Clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        SettingsReader settings = new(section);
        settings.Text(nameof(HiveOptions.Path), value => options.Path = value);
        settings.Time(nameof(HiveOptions.LockTimeout), value => options.LockTimeout = value);
        settings.Choice<HiveSynchronous>(nameof(HiveOptions.Synchronous), value => options.Synchronous = value);
        settings.Number(nameof(HiveOptions.WriterCacheBytes), 1024, long.MaxValue, value => options.WriterCacheBytes = value);
        settings.Number(nameof(HiveOptions.ReaderCacheBytes), 1024, long.MaxValue, value => options.ReaderCacheBytes = value);
        settings.Time(nameof(HiveOptions.ShutdownTimeout), value => options.ShutdownTimeout = value);
        Configure(options.Dispatch, new SettingsReader(section.GetSection(nameof(HiveOptions.Dispatch))));
        Configure(options.Backup, new SettingsReader(section.GetSection(nameof(HiveOptions.Backup))));
        Configure(options.Migrations, section.GetSection(nameof(HiveOptions.Migrations)));
        foreach (Action<HiveOptions> configure in hive.Configurations)
        {
            configure(options);
        }

        SetTimeouts(options.Dispatch, section.GetSection(nameof(HiveOptions.Jobs)));
        foreach (Func<IServiceProvider, HiveTarget> create in hive.Targets)
        {
            options.Targets.Add(create(services));
        }

        foreach (IConfigurationSection target in section.GetSection(nameof(HiveOptions.Targets)).GetChildren())
        {
            // A target that code added may have its lanes set here.
            if (target["Adapter"] is not null || !options.Targets.Exists(added => added.Name == target.Key))
            {
                options.Targets.Add(Create(target));
            }

            new SettingsReader(target).Number(nameof(HiveTarget.Lanes), 1, HiveDispatchOptions.MostLanes, value => options.Dispatch.Lanes[target.Key] = (int)value);
        }
    }

    private static void SetTimeouts(HiveDispatchOptions options, IConfigurationSection jobs)
    {
        foreach (IConfigurationSection job in jobs.GetChildren())
        {
            new SettingsReader(job).Time("Timeout", value => options.JobTimeouts[job.Key] = value);
        }
    }

    private static void Configure(HiveBackupOptions options, SettingsReader settings)
    {
        settings.Text(nameof(options.Folder), value => options.Folder = value);
        settings.Time(nameof(options.Every), value => options.Every = value);
        settings.Number(nameof(options.Keep), 1, 100_000, value => options.Keep = (int)value);
    }

    private static void Configure(HiveMigrationOptions options, IConfigurationSection section)
    {
        SettingsReader settings = new(section);
        settings.Texts(nameof(options.Allow), options.Allow.AddRange);
        settings.Text(nameof(options.BackupFolder), value => options.BackupFolder = value);
        settings.Number(nameof(options.KeepBackups), 0, 100_000, value => options.KeepBackups = (int)value);
    }

    private static void Configure(HiveDispatchOptions options, SettingsReader settings)
    {
        settings.Time(nameof(options.SendTimeout), value => options.SendTimeout = value);
        settings.Number(nameof(options.Window), 1, 100_000, value => options.Window = (int)value);
        settings.Number(nameof(options.WindowBytes), 1, int.MaxValue, value => options.WindowBytes = (int)value);
        settings.Time(nameof(options.FirstRetry), value => options.FirstRetry = value);
        settings.Time(nameof(options.LongestRetry), value => options.LongestRetry = value);
        settings.Time(nameof(options.ConfigurationRetry), value => options.ConfigurationRetry = value);
        settings.Number(nameof(options.DeadAttempts), 1, 1_000_000, value => options.DeadAttempts = (int)value);
        settings.Time(nameof(options.DeadAge), value => options.DeadAge = value);
        settings.Time(nameof(options.SafetyInterval), value => options.SafetyInterval = value);
        settings.Time(nameof(options.TrimInterval), value => options.TrimInterval = value);
        settings.Number(nameof(options.JobAttempts), 1, 1_000_000, value => options.JobAttempts = (int)value);
        settings.Number(nameof(options.JobConcurrency), 1, 1024, value => options.JobConcurrency = (int)value);
        settings.Time(nameof(options.JobTimeout), value => options.JobTimeout = value);
        settings.Time(nameof(options.DrainTimeout), value => options.DrainTimeout = value);
    }

    private HiveTarget Create(IConfigurationSection target)
    {
        string? wanted = target["Adapter"];
        List<string> known = [];
        foreach (ITargetAdapter adapter in services.GetServices<ITargetAdapter>())
        {
            if (string.Equals(adapter.Name, wanted, StringComparison.OrdinalIgnoreCase))
            {
                return adapter.Create(target.Key, target, services);
            }

            known.Add(adapter.Name);
        }

        string what = string.IsNullOrWhiteSpace(wanted) ? $"{target.Path}:Adapter is missing" : $"{target.Path}:Adapter is '{wanted}', which is no known adapter";
        string names = known.Count == 0 ? "none" : string.Join(", ", known);
        throw SettingsReader.Error($"{what}. Known adapters: {names}. An adapter is known when its package is referenced by the project that holds the models.");
    }
}
