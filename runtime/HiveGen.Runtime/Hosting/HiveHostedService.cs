using HiveGen.Dispatch;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HiveGen;

/// <summary>Opens the Hive and starts its sync with the host; sends what is left and stops with it. The container closes the file.</summary>
internal sealed class HiveHostedService<TDatabase>(IServiceProvider services, ILoggerFactory loggers) : IHostedService
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

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (database is null)
        {
            return;
        }

        // What Following hooks still do may write, and what they write is to be sent.
        await database.Engine.Client.Background.DrainAsync(database.Engine.Options.ShutdownTimeout, database.Engine.Clock).ConfigureAwait(false);
        await DrainAsync(database, cancellationToken).ConfigureAwait(false);
        await database.Sync.StopAsync().ConfigureAwait(false);
    }

    private async Task DrainAsync(TDatabase hive, CancellationToken cancellationToken)
    {
        foreach (TargetStatus target in hive.Sync.Status.Targets)
        {
            // A target that fails or is paused gets nothing more by waiting for it.
            if (target.State is not (TargetState.Running or TargetState.Loading))
            {
                continue;
            }

            try
            {
                await hive.Sync.WhenIdleAsync(target.Name, hive.Engine.Options.Dispatch.DrainTimeout, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception unfinished) when (unfinished is TimeoutException or OperationCanceledException)
            {
                SyncLog.Undrained(logger, unfinished.Message);
            }
        }
    }
}
