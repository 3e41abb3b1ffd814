using HiveGen.Dispatch;
using HiveGen.Storage;
using Microsoft.Extensions.Logging;

namespace HiveGen.Jobs;

/// <summary>
/// Runs stored jobs, at least once each: a job leaves its table only after its handler succeeded. A few run at once, so that
/// a slow one holds back nobody. Supervised like every loop.
/// </summary>
internal sealed class JobRunner(HiveEngine engine, ILogger logger, LoopPulse pulse)
{
    // Every commit may have stored a job; under load they are looked for this often, and not once a commit.
    private static readonly TimeSpan LeastInterval = TimeSpan.FromMilliseconds(20);

    private readonly JobExecutor executor = new(engine, logger);
    private readonly WakeSignal work = new(engine.Clock, engine.Work);
    private readonly Lock gate = new();
    private readonly HashSet<long> atWork = [];
    private readonly HashSet<Task> tasks = [];
    private readonly List<StoredJob> due = [];

    /// <summary>How many jobs are at work.</summary>
    public int Running
    {
        get
        {
            lock (gate)
            {
                return tasks.Count;
            }
        }
    }

    /// <summary>Tells that jobs may have been stored. Safe from any thread.</summary>
    public void Wake()
    {
        // Without handlers a commit is no reason to look.
        if (engine.Options.Jobs.Count > 0)
        {
            work.Set();
        }
    }

    /// <summary>Runs until the token is cancelled, then waits for the jobs at work; never throws.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        int failures = 0;
        WakeSignal never = new(engine.Clock, engine.Work);
        while (!cancellationToken.IsCancellationRequested)
        {
            TimeSpan wait;
            long looked = engine.Clock.GetTimestamp();
            pulse.Beat();
            try
            {
                wait = StartDue(cancellationToken);
                failures = 0;
            }
            catch (Exception unexpected)
            {
                wait = RetryDelay.After(engine.Options.Dispatch, ++failures);
                pulse.Restarted();
                engine.Telemetry.Sync.Restarted(pulse.Name);
                JobLog.Restarting(logger, wait, unexpected);
            }

            try
            {
                await pulse.WaitAsync(work, wait, engine.Options.Dispatch.SafetyInterval, cancellationToken).ConfigureAwait(false);
                TimeSpan rest = LeastInterval - engine.Clock.GetElapsedTime(looked);
                if (rest > TimeSpan.Zero)
                {
                    await never.WaitAsync(rest, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
        }

        await DrainAsync().ConfigureAwait(false);
    }

    private async Task DrainAsync()
    {
        try
        {
            Task drained = Task.WhenAll(AtWork()).WaitAsync(engine.Options.Dispatch.DrainTimeout, engine.Clock);
            engine.Work.Await(drained);
            await drained.ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            JobLog.Abandoned(logger, AtWork().Length);
        }
    }

    private Task[] AtWork()
    {
        lock (gate)
        {
            return [.. tasks];
        }
    }

    private TimeSpan StartDue(CancellationToken cancellationToken)
    {
        due.Clear();
        long now = UnixMicros.Write(engine.Clock.GetUtcNow());
        long? next;
        lock (gate)
        {
            using ReaderLease lease = engine.Readers.Rent();
            JobTable.ReadDue(lease.Connection, now, engine.Options.Dispatch.JobConcurrency - atWork.Count, atWork, due);
            next = JobTable.NextAt(lease.Connection, now);
            foreach (StoredJob job in due)
            {
                atWork.Add(job.Job);
                engine.Work.Enter();
                Task task = Task.Run(() => RunOneAsync(job, cancellationToken), CancellationToken.None);
                tasks.Add(task);
                _ = task.ContinueWith(Ended, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }

        TimeSpan wait = engine.Options.Dispatch.SafetyInterval;
        TimeSpan untilNext = next is { } at ? UnixMicros.ReadTimeSpan(Math.Min(at - now, UnixMicros.Write(wait))) : wait;
        return untilNext < wait ? untilNext : wait;
    }

    private void Ended(Task task)
    {
        lock (gate)
        {
            tasks.Remove(task);
        }

        work.Set();
        engine.Work.Leave();
    }

    private async Task RunOneAsync(StoredJob job, CancellationToken cancellationToken)
    {
        try
        {
            JobOutcome outcome = await executor.RunAsync(job, cancellationToken).ConfigureAwait(false);
            await engine.Writer.RunAsync<JobOutcome, bool>(outcome, CancellationToken.None).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The app stops: the job is still stored and runs after the next start.
        }
        catch (Exception unexpected)
        {
            // Its outcome could not be stored, so it runs again: at least once, as promised.
            JobLog.NotNoted(logger, job.Name, job.Job, unexpected);
            await engine.Work.RestAsync(Task.Delay(engine.Options.Dispatch.SafetyInterval, engine.Clock, cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            lock (gate)
            {
                atWork.Remove(job.Job);
            }
        }
    }
}
