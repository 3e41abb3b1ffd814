using HiveGen.Backup;
using HiveGen.Jobs;
using Microsoft.Extensions.Logging;

namespace HiveGen.Dispatch;

/// <summary>The loops of a Hive: one a target, one that trims the log, one that runs jobs, one that makes backups. Started and stopped together.</summary>
internal sealed class SyncWorkers : IAsyncDisposable
{
    private readonly HiveEngine engine;
    private readonly ILogger logger;
    private readonly TargetLoop[] loops;
    private readonly LoopPulse trimPulse;
    private readonly LoopPulse jobsPulse;
    private readonly LoopPulse? backupPulse;
    private readonly LogTrimmer trimmer;
    private readonly JobRunner jobs;
    private readonly Lock gate = new();
    private CancellationTokenSource? stopping;
    private Task running = Task.CompletedTask;
    private bool disposed;

    public SyncWorkers(HiveEngine engine, ILogger logger, TargetLoop[] loops, Backups backups)
    {
        this.engine = engine;
        this.logger = logger;
        this.loops = loops;
        trimPulse = new LoopPulse("(trim)", engine.Clock);
        jobsPulse = new LoopPulse("(jobs)", engine.Clock);
        trimmer = new LogTrimmer(engine, logger, trimPulse, LookAnew);
        if (engine.Options.Backup.Every > TimeSpan.Zero)
        {
            backupPulse = new LoopPulse("(backup)", engine.Clock);
            Backups = new BackupLoop(engine, backups, engine.LoggerFactory.CreateLogger("HiveGen.Backup"), backupPulse);
        }

        jobs = new JobRunner(engine, engine.LoggerFactory.CreateLogger("HiveGen.Jobs"), jobsPulse);
    }

    /// <summary>What makes backups; null when nobody wants them.</summary>
    public BackupLoop? Backups { get; }

    /// <summary>What runs the stored jobs.</summary>
    public JobRunner Jobs => jobs;

    /// <summary>Whether the loops run.</summary>
    public bool Running
    {
        get
        {
            lock (gate)
            {
                return stopping is not null;
            }
        }
    }

    /// <summary>Every loop while they run.</summary>
    public IReadOnlyList<LoopStatus> Status
    {
        get
        {
            if (!Running)
            {
                return [];
            }

            List<LoopStatus> status = [trimPulse.Status, jobsPulse.Status];
            if (backupPulse is not null)
            {
                status.Add(backupPulse.Status);
            }

            foreach (TargetLoop loop in loops)
            {
                TargetStatus target = loop.Context.Progress.Snapshot();
                status.Add(new LoopStatus(target.Name, target.Heartbeat, target.Restarts));
            }

            return status;
        }
    }

    public void Start()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(HiveSync));
            if (stopping is not null)
            {
                return;
            }

            stopping = new CancellationTokenSource();
            CancellationToken token = stopping.Token;
            engine.Writer.Committed += OnCommitted;
            // Loops that were stopped a moment ago may still be ending: never two for one target.
            Task before = running;
            // The loops belong to nobody's request, whoever starts them.
            using AsyncFlowControl? apart = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
            List<Task> tasks = [RunAfterAsync(before, Supervise(trimPulse.Name), trimmer.RunAsync, token), RunAfterAsync(before, Supervise(jobsPulse.Name), jobs.RunAsync, token)];
            if (Backups is not null)
            {
                tasks.Add(RunAfterAsync(before, Supervise(backupPulse!.Name), Backups.RunAsync, token));
            }

            foreach (TargetLoop loop in loops)
            {
                // What was committed while nobody listened.
                loop.Wake();
                tasks.Add(RunAfterAsync(before, Supervise(loop.Context.Name), loop.RunAsync, token));
            }

            running = Task.WhenAll(tasks);
        }
    }

    public async Task StopAsync()
    {
        Task ending;
        CancellationTokenSource? source;
        lock (gate)
        {
            source = stopping;
            stopping = null;
            ending = running;
            if (source is not null)
            {
                engine.Writer.Committed -= OnCommitted;
            }
        }

        if (source is not null)
        {
            await source.CancelAsync().ConfigureAwait(false);
        }

        await ending.ConfigureAwait(false);
        source?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            disposed = true;
        }

        await StopAsync().ConfigureAwait(false);
    }

    private LoopSupervisor Supervise(string loop) => new(loop, engine, logger);

    private Task RunAfterAsync(Task before, LoopSupervisor supervisor, Func<CancellationToken, Task> loop, CancellationToken cancellationToken)
    {
        engine.Work.Enter();
        return Task.Run(
            async () =>
            {
                await before.ConfigureAwait(false);
                await supervisor.RunAsync(loop, cancellationToken).ConfigureAwait(false);
                engine.Work.Leave();
            },
            CancellationToken.None);
    }

    private void LookAnew()
    {
        foreach (TargetLoop loop in loops)
        {
            loop.Reconnect();
        }

        jobs.Wake();
    }

    private void OnCommitted()
    {
        foreach (TargetLoop loop in loops)
        {
            loop.Wake();
        }

        jobs.Wake();
    }
}
