using HiveGen.Backup;
using HiveGen.Dispatch;
using HiveGen.Targets;
using HiveGen.Telemetry;
using Microsoft.Extensions.Logging;

namespace HiveGen;

/// <summary>
/// The sync of a Hive: sends every committed change to every configured target, and runs the stored jobs. A host starts and
/// stops it; without one call <see cref="Start"/>. Thread-safe.
/// </summary>
public sealed partial class HiveSync : IAsyncDisposable
{
    private readonly HiveEngine engine;
    private readonly ILogger logger;
    private readonly SyncWorkers workers;
    private readonly Dictionary<string, TargetLoop> loops = new(StringComparer.Ordinal);

    internal HiveSync(HiveEngine engine, Backups backups)
    {
        this.engine = engine;
        logger = engine.LoggerFactory.CreateLogger("HiveGen.Sync");
        SyncRegistry registry = SyncRegistry.Of(engine.Schema);
        Targets = new HiveTargets(registry.Models, [.. engine.Options.Targets], engine.HiveId);
        foreach (HiveTarget target in Targets.All)
        {
            Breaker breaker = new(engine.Options.Dispatch);
            TargetProgress progress = new(target.Name, engine.Clock, breaker);
            TargetContext context = new(target, Targets, registry, engine, engine.Options.Dispatch, progress, breaker, logger);
            loops.Add(target.Name, new TargetLoop(context));
        }

        engine.Telemetry.Commits.SentEverywhere = SentEverywhere;
        workers = new SyncWorkers(engine, logger, [.. loops.Values], backups);
        SyncGauges.Add(engine.Telemetry, engine.Clock, Snapshot, () => workers.Status);
        SyncGauges.Add(engine.Telemetry, Targets.All);
        SyncGauges.Add(engine.Telemetry, workers.Backups);
        Jobs = new HiveJobs(engine, workers.Jobs);
        engine.AddPart(this);
    }

    /// <summary>The synced models and the targets, which the router shares.</summary>
    public HiveTargets Targets { get; }

    /// <summary>The stored jobs.</summary>
    public HiveJobs Jobs { get; }

    /// <summary>How every target is doing.</summary>
    public HiveSyncStatus Status => new(MaxSeq(), Snapshot(), workers.Status);

    /// <summary>Starts sending and running jobs. Does nothing when it is started already.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public void Start() => workers.Start();

    /// <summary>Stops sending and running jobs, after the send that is under way. What is left is sent after the next start.</summary>
    public Task StopAsync() => workers.StopAsync();

    /// <summary>Waits until everything committed before this call has arrived, dead letters aside.</summary>
    /// <param name="target">The target; null for all.</param>
    /// <param name="timeout">How long to wait; null for 30 seconds.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">Something has not arrived in time; the message tells where it hangs.</exception>
    /// <exception cref="HiveException">There is no such target, or the sync is not started.</exception>
    public async Task WhenIdleAsync(string? target = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        if (!workers.Running)
        {
            throw new HiveException("The sync is not started: call Start() first.");
        }

        long seq = MaxSeq();
        TimeSpan limit = TimeSpan.FromMilliseconds(Math.Min((timeout ?? TimeSpan.FromSeconds(30)).TotalMilliseconds, int.MaxValue));
        long since = engine.Clock.GetTimestamp();
        foreach (TargetLoop loop in target is null ? [.. loops.Values] : (TargetLoop[])[Find(target)])
        {
            TargetProgress progress = loop.Context.Progress;
            // The signal is taken before the condition is looked at, so that a round between the two is not missed.
            for (Task changed = progress.Changed; !progress.Drained(seq); changed = progress.Changed)
            {
                TimeSpan rest = limit - engine.Clock.GetElapsedTime(since);
                try
                {
                    await changed.WaitAsync(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, engine.Clock, cancellationToken).ConfigureAwait(false);
                }
                catch (TimeoutException late)
                {
                    throw new TimeoutException($"Not everything up to change {seq} arrived within {limit.TotalSeconds:0.#} s: {progress.Snapshot()}", late);
                }
            }
        }
    }

    /// <summary>Stops, and closes the targets.</summary>
    public async ValueTask DisposeAsync()
    {
        await workers.DisposeAsync().ConfigureAwait(false);
        TimeSpan limit = engine.Options.Dispatch.DrainTimeout;
        try
        {
            await Targets.DisposeAsync().AsTask().WaitAsync(limit, engine.Clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            SyncLog.Undrained(logger, $"a target did not close within {limit.TotalSeconds:0.#} s");
        }
    }

    /// <summary>How the backups by themselves are doing; null when nobody wants them.</summary>
    internal BackupStatus? BackupStatus => workers.Backups?.Status;

    /// <summary>Who is at work; nobody means that everything waits for a time or for a change.</summary>
    internal WorkCount Work => engine.Work;

    internal TargetProgress ProgressOf(string target) => Find(target).Context.Progress;

    private TargetLoop Find(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return loops.TryGetValue(target, out TargetLoop? loop)
            ? loop
            : throw new HiveException($"There is no target '{target}'. Configured: {(loops.Count == 0 ? "none" : string.Join(", ", loops.Keys))}.");
    }

    private long MaxSeq() => ChangeLog.MaxSeq(engine.Readers);

    private long SentEverywhere()
    {
        long sent = long.MaxValue;
        foreach (TargetLoop loop in loops.Values)
        {
            sent = Math.Min(sent, loop.Context.Progress.Snapshot().Seq);
        }

        return sent;
    }

    private TargetStatus[] Snapshot()
    {
        TargetStatus[] status = new TargetStatus[loops.Count];
        int index = 0;
        foreach (TargetLoop loop in loops.Values)
        {
            status[index++] = loop.Context.Progress.Snapshot();
        }

        return status;
    }
}
