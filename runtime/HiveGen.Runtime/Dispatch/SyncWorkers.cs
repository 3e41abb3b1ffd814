using HiveGen.Jobs;
using Microsoft.Extensions.Logging;

namespace HiveGen.Dispatch;

/// <summary>The loops of a Hive: one a target, one that trims the log, one that runs jobs. Started and stopped together.</summary>
internal sealed class SyncWorkers : IAsyncDisposable
{
    private readonly HiveEngine engine;
    private readonly TargetLoop[] loops;
    private readonly LogTrimmer trimmer;
    private readonly JobRunner jobs;
    private readonly Lock gate = new();
    private CancellationTokenSource? stopping;
    private Task running = Task.CompletedTask;
    private bool disposed;

    public SyncWorkers(HiveEngine engine, ILogger logger, SyncMetrics metrics, TargetLoop[] loops)
    {
        this.engine = engine;
        this.loops = loops;
        trimmer = new LogTrimmer(engine, logger, metrics);
        jobs = new JobRunner(engine, engine.LoggerFactory.CreateLogger("HiveGen.Jobs"));
    }

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
            List<Task> tasks = [Task.Run(() => trimmer.RunAsync(token), CancellationToken.None), Task.Run(() => jobs.RunAsync(token), CancellationToken.None)];
            foreach (TargetLoop loop in loops)
            {
                // What was committed while nobody listened.
                loop.Wake();
                tasks.Add(Task.Run(() => loop.RunAsync(token), CancellationToken.None));
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

    private void OnCommitted()
    {
        foreach (TargetLoop loop in loops)
        {
            loop.Wake();
        }

        jobs.Wake();
    }
}
