using HiveGen.Dispatch;
using HiveGen.Targets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HiveGen;

/// <summary>
/// Opens the Hive and starts its sync with the host, and ends its work after everything else has stopped: requests and the app's own
/// services first, in whatever order they were added, then what hooks still do, then what is to be sent. The container then
/// closes the file.
/// </summary>
internal sealed class HiveHostedService<TDatabase>(IServiceProvider services, ILoggerFactory loggers) : IHostedLifecycleService
    where TDatabase : HiveDatabase
{
    private readonly ILogger logger = loggers.CreateLogger("HiveGen.Sync");
    private TDatabase? database;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        database = services.GetRequiredService<TDatabase>();
        database.Sync.Start();
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (database is not null)
        {
            // What Following hooks still do may write, and what they write is to be sent.
            await database.Engine.Client.Background.DrainAsync(database.Engine.Options.ShutdownTimeout, cancellationToken).ConfigureAwait(false);
            await DrainAsync(database, cancellationToken).ConfigureAwait(false);
            await database.Sync.StopAsync().ConfigureAwait(false);
        }
    }

    private Task DrainAsync(TDatabase hive, CancellationToken cancellationToken)
    {
        List<Task> drains = [];
        foreach (HiveTarget target in hive.Sync.Targets.All)
        {
            // A target that fails or is paused gets nothing more by waiting for it.
            if (hive.Sync.ProgressOf(target.Name).Snapshot().State is TargetState.Running or TargetState.Loading)
            {
                drains.Add(DrainAsync(hive, target.Name, cancellationToken));
            }
        }

        return Task.WhenAll(drains);
    }

    private async Task DrainAsync(TDatabase hive, string target, CancellationToken cancellationToken)
    {
        try
        {
            await hive.Sync.WhenIdleAsync(target, hive.Engine.Options.Dispatch.DrainTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception unfinished) when (unfinished is TimeoutException or OperationCanceledException or HiveStorageException)
        {
            // Also with a damaged file the rest of the stop goes on.
            SyncLog.Undrained(logger, unfinished.Message);
        }
    }
}
