using HiveGen.Targets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HiveGen.Tests.Health;

/// <summary>Each state in a running app, and the way back.</summary>
public sealed class HealthTests
{
    private static readonly (string, string) FastRetry = ("Hive:Dispatch:FirstRetry", "00:00:00.001");
    private static readonly (string, string) Secret = ("SYNC_SECRET", ObservedApp.Secret);

    [Fact]
    public async Task A_target_that_fails_degrades_until_it_answers_again()
    {
        await using ObservedApp app = await StartAsync(FastRetry, ("Hive:Dispatch:LongestRetry", "00:00:00.001"), Secret);
        await app.Hive.Sync.WhenIdleAsync();
        await UntilAsync(app, HealthStatus.Healthy, "hive-sync");
        app.Target.Before = static _ => throw new TargetException(TargetFailure.Transient, "no route to it");
        await app.Hive.Accounts.AddAsync(new Account { Email = "a@example.com" });
        HealthReportEntry entry = await UntilAsync(app, HealthStatus.Degraded, "hive-sync");
        Assert.Contains("moody fails and is tried again by itself; nothing is lost meanwhile: no route to it", entry.Description, StringComparison.Ordinal);
        app.Target.Before = null;
        await UntilAsync(app, HealthStatus.Healthy, "hive-sync");
    }

    [Fact]
    public async Task Dead_letters_degrade_until_they_arrive()
    {
        await using ObservedApp app = await StartAsync(Secret);
        app.Target.Outcome = static _ => new ItemOutcome(ItemStatus.Permanent, "too long");
        await app.Hive.Accounts.AddAsync(new Account { Email = "a@example.com" });
        HealthReportEntry entry = await UntilAsync(app, HealthStatus.Degraded, "hive-sync");
        Assert.Contains("moody has 1 dead letter(s)", entry.Description, StringComparison.Ordinal);
        app.Target.Outcome = null;
        await app.Hive.Sync.RetryDeadAsync("moody");
        await UntilAsync(app, HealthStatus.Healthy, "hive-sync");
    }

    [Fact]
    public async Task Dead_jobs_degrade_until_they_are_discarded()
    {
        await using ObservedApp app = await StartAsync(hive => hive.AddJob("other", static (_, _, _) => Task.CompletedTask), Secret);
        await app.Hive.BatchAsync(static batch => batch.Enqueue("nobody", "x"));
        HealthReportEntry entry = await UntilAsync(app, HealthStatus.Degraded, "hive-sync");
        Assert.Contains("1 job(s) are dead", entry.Description, StringComparison.Ordinal);
        await app.Hive.Sync.Jobs.DiscardAsync(app.Hive.Sync.Jobs.Dead()[0].Id);
        await UntilAsync(app, HealthStatus.Healthy, "hive-sync");
    }

    [Fact]
    public async Task A_pause_degrades_until_it_ends()
    {
        await using ObservedApp app = await StartAsync(Secret);
        await app.Hive.Sync.PauseAsync("moody", "we move it.");
        HealthReportEntry entry = await UntilAsync(app, HealthStatus.Degraded, "hive-sync");
        Assert.Contains("moody is paused and waits for a person: we move it.", entry.Description, StringComparison.Ordinal);
        await app.Hive.Sync.ResumeAsync("moody");
        await UntilAsync(app, HealthStatus.Healthy, "hive-sync");
    }

    [Fact]
    public async Task A_change_that_waits_too_long_degrades_until_it_is_sent()
    {
        TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ObservedApp app = await ObservedApp.StartAsync(
            static builder => builder.Services.AddHealthChecks().AddHiveChecks(static options => options.MaxAge = TimeSpan.FromTicks(1)),
            settings: [Secret, ("Hive:Dispatch:SafetyInterval", "00:00:00.05")]);
        await app.Hive.Sync.WhenIdleAsync();
        app.Target.Before = _ => answer.Task;
        await app.Hive.Accounts.AddAsync(new Account { Email = "a@example.com" });
        HealthReportEntry entry = await UntilAsync(app, HealthStatus.Degraded, "hive-sync");
        Assert.Contains("moody is behind by", entry.Description, StringComparison.Ordinal);
        answer.SetResult();
        await UntilAsync(app, HealthStatus.Healthy, "hive-sync");
    }

    [Fact]
    public async Task A_backup_that_failed_degrades_until_one_is_made()
    {
        using TestFolder folder = new();
        string place = folder.File("backups");
        File.WriteAllText(place, "not a folder");
        await using ObservedApp app = await StartAsync(Secret, ("Hive:Backup:Folder", place), ("Hive:Backup:Every", "00:00:00.2"), ("Hive:Backup:Keep", "1"));
        HealthReportEntry entry = await UntilAsync(app, HealthStatus.Degraded, "hive-sync");
        Assert.Contains("The last backup failed", entry.Description, StringComparison.Ordinal);
        File.Delete(place);
        await UntilAsync(app, HealthStatus.Healthy, "hive-sync");
        Assert.NotEmpty(Directory.GetFiles(place));
    }

    [Fact]
    public async Task A_router_without_a_secret_degrades_until_one_is_configured()
    {
        await using ObservedApp app = await StartAsync();
        HealthReportEntry entry = await UntilAsync(app, HealthStatus.Degraded, "hive-sync");
        Assert.Contains("The router has no secret", entry.Description, StringComparison.Ordinal);
        IConfigurationRoot configuration = (IConfigurationRoot)app.Services.GetRequiredService<IConfiguration>();
        configuration[Secret.Item1] = Secret.Item2;
        configuration.Reload();
        await UntilAsync(app, HealthStatus.Healthy, "hive-sync");
    }

    [Fact]
    public async Task A_damaged_file_is_unhealthy_until_a_whole_one_is_opened()
    {
        using TestFolder folder = new();
        string path = folder.File("hive.db");
        await using (ObservedApp app = await StartAsync(Secret, ("Hive:Path", path)))
        {
            await app.Hive.Accounts.AddAsync(Enumerable.Range(0, 500).Select(static i => new Account { Email = $"a{i}@example.com" }));
        }

        File.Copy(path, path + ".whole");
        Spoil(path, "accounts");
        await using (ObservedApp app = await StartAsync(Secret, ("Hive:Path", path)))
        {
            Assert.Throws<HiveStorageException>(() => app.Hive.Accounts.All().ToList());
            HealthReportEntry entry = await UntilAsync(app, HealthStatus.Unhealthy, "hive");
            Assert.Contains("is damaged (SQLite 11): stop the app and restore a backup", entry.Description, StringComparison.Ordinal);
        }

        File.Copy(path + ".whole", path, overwrite: true);
        await using (ObservedApp app = await StartAsync(Secret, ("Hive:Path", path)))
        {
            Assert.Equal(500, app.Hive.Accounts.All().ToList().Count);
            await UntilAsync(app, HealthStatus.Healthy, "hive");
        }
    }

    private static void Spoil(string path, string table)
    {
        using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_schema WHERE name = '{table}'";
        using SqliteDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());
        long page = reader.GetInt64(0), size = reader.GetInt64(1);
        reader.Close();
        connection.Close();
        using FileStream file = File.OpenWrite(path);
        file.Position = (page - 1) * size;
        file.Write(new byte[size].AsSpan());
    }

    private static Task<ObservedApp> StartAsync(params (string, string)[] settings) => StartAsync(static _ => { }, settings);

    private static Task<ObservedApp> StartAsync(Action<HiveBuilder> hive, params (string, string)[] settings)
        => ObservedApp.StartAsync(static builder => builder.Services.AddHealthChecks().AddHiveChecks(), hive, settings: settings);

    private static async Task<HealthReportEntry> UntilAsync(ObservedApp app, HealthStatus status, string check)
    {
        HealthCheckService service = app.Services.GetRequiredService<HealthCheckService>();
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        while (true)
        {
            HealthReportEntry entry = (await service.CheckHealthAsync(limit.Token)).Entries[check];
            if (entry.Status == status)
            {
                return entry;
            }

            Assert.False(limit.IsCancellationRequested, $"{check} stays {entry.Status}: {entry.Description}");
            await Task.Yield();
        }
    }
}
