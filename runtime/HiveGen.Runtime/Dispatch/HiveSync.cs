using HiveGen.Dispatch;
using HiveGen.Storage;
using HiveGen.Targets;
using Microsoft.Extensions.Logging;

namespace HiveGen;

/// <summary>
/// The sync of a Hive: sends every committed change to every configured target, and runs the stored jobs. A host starts and
/// stops it; without one call <see cref="Start"/>. Thread-safe.
/// </summary>
public sealed class HiveSync : IAsyncDisposable
{
    private readonly HiveEngine engine;
    private readonly ILogger logger;
    private readonly SyncMetrics metrics;
    private readonly SyncWorkers workers;
    private readonly Dictionary<string, TargetLoop> loops = new(StringComparer.Ordinal);

    internal HiveSync(HiveEngine engine)
    {
        this.engine = engine;
        logger = engine.LoggerFactory.CreateLogger("HiveGen.Sync");
        SyncRegistry registry = SyncRegistry.Of(engine.Schema);
        Targets = new HiveTargets(registry.Models, [.. engine.Options.Targets]);
        metrics = new SyncMetrics(Snapshot);
        foreach (HiveTarget target in Targets.All)
        {
            TargetProgress progress = new(target.Name, engine.Clock);
            TargetContext context = new(target, Targets, registry, engine, engine.Options.Dispatch, progress, metrics, logger, engine.Options.Dispatch.Jitter);
            loops.Add(target.Name, new TargetLoop(context));
        }

        workers = new SyncWorkers(engine, logger, metrics, [.. loops.Values]);
        engine.AddPart(this);
    }

    /// <summary>The synced models and the targets, which the router shares.</summary>
    public HiveTargets Targets { get; }

    /// <summary>How every target is doing.</summary>
    public HiveSyncStatus Status => new(MaxSeq(), Snapshot());

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

    /// <summary>
    /// Lets this Hive take over a target whose cursor it does not know, as after a backup was restored: every record is sent
    /// anew, in a new epoch that overrides what the target holds, and what this Hive does not have becomes a ghost.
    /// </summary>
    /// <exception cref="HiveException">There is no such target.</exception>
    /// <exception cref="TargetException">The target's cursor cannot be read.</exception>
    public async Task AdoptAsync(string target, CancellationToken cancellationToken = default)
    {
        TargetLoop loop = Find(target);
        TargetCursor? cursor = await loop.ReadCursorAsync(cancellationToken).ConfigureAwait(false);
        int epoch = await engine.Writer.RunAsync<AdoptCommand, int>(new AdoptCommand(target, cursor?.Epoch ?? 0), cancellationToken).ConfigureAwait(false);
        SyncLog.Adopted(logger, target, epoch);
        loop.Reconnect();
    }

    /// <summary>Tries every dead letter of a target again, at once, with what its record is now.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="HiveException">There is no such target.</exception>
    public async Task<int> RetryDeadAsync(string target, CancellationToken cancellationToken = default)
    {
        TargetLoop loop = Find(target);
        int count = await engine.Writer.RunAsync<RetryDeadCommand, int>(new RetryDeadCommand(target, loop.Context.NowMicros), cancellationToken).ConfigureAwait(false);
        loop.Reconnect();
        return count;
    }

    /// <summary>Pauses a target, also over restarts; the change log keeps everything for it.</summary>
    /// <exception cref="HiveException">There is no such target.</exception>
    public Task PauseAsync(string target, string reason = "paused by the app", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return SetPausedAsync(Find(target), reason, cancellationToken);
    }

    /// <summary>Ends a pause, and tries a failing target again at once.</summary>
    /// <exception cref="HiveException">There is no such target.</exception>
    public Task ResumeAsync(string target, CancellationToken cancellationToken = default) => SetPausedAsync(Find(target), null, cancellationToken);

    /// <summary>Forgets a target that is not configured any more, so that the change log need not be kept for it.</summary>
    /// <exception cref="HiveException">The target is configured.</exception>
    public async Task ForgetTargetAsync(string target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (loops.ContainsKey(target))
        {
            throw new HiveException($"The target '{target}' is configured. Remove it from the configuration before it is forgotten.");
        }

        await engine.Writer.RunAsync<ForgetCommand, bool>(new ForgetCommand(target), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops, and closes the targets.</summary>
    public async ValueTask DisposeAsync()
    {
        await workers.DisposeAsync().ConfigureAwait(false);
        await Targets.DisposeAsync().ConfigureAwait(false);
        metrics.Dispose();
    }

    internal TargetProgress ProgressOf(string target) => Find(target).Context.Progress;

    private async Task SetPausedAsync(TargetLoop loop, string? reason, CancellationToken cancellationToken)
    {
        await engine.Writer.RunAsync<PauseCommand, bool>(new PauseCommand(loop.Context.Name, reason), cancellationToken).ConfigureAwait(false);
        loop.Reconnect();
    }

    private TargetLoop Find(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return loops.TryGetValue(target, out TargetLoop? loop)
            ? loop
            : throw new HiveException($"There is no target '{target}'. Configured: {(loops.Count == 0 ? "none" : string.Join(", ", loops.Keys))}.");
    }

    private long MaxSeq()
    {
        using ReaderLease lease = engine.Readers.Rent();
        return ChangeLog.MaxSeq(lease.Connection);
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
