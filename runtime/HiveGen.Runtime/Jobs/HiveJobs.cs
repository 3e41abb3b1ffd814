using HiveGen.Jobs;
using HiveGen.Storage;

namespace HiveGen;

/// <summary>
/// The stored jobs of a Hive: how they are doing, and what a person can do about those that are dead. Reads are synchronous, as they
/// are calls at the speed of memory. Thread-safe.
/// </summary>
public sealed class HiveJobs
{
    private readonly HiveEngine engine;
    private readonly JobRunner runner;

    internal HiveJobs(HiveEngine engine, JobRunner runner)
    {
        this.engine = engine;
        this.runner = runner;
        engine.Telemetry.Gauge("hive.jobs.waiting", "{job}", "Stored jobs that are to run, those at work included.", () => Status.Waiting);
        engine.Telemetry.Gauge("hive.jobs.dead_letters", "{job}", "Stored jobs that need a person.", () => Status.Dead);
    }

    /// <summary>How the jobs are doing.</summary>
    public HiveJobsStatus Status
    {
        get
        {
            using ReaderLease lease = engine.Readers.Rent();
            (long waiting, long dead) = JobTable.Count(lease.Connection);
            return new(waiting, runner.Running, dead);
        }
    }

    /// <summary>The jobs that need a person, the oldest first.</summary>
    /// <param name="limit">The most that are read.</param>
    /// <param name="after">The id of the last that was read before; 0 to begin.</param>
    public IReadOnlyList<DeadJob> Dead(int limit = 100, long after = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        using ReaderLease lease = engine.Readers.Rent();
        return JobTable.ReadDead(lease.Connection, limit, after);
    }

    /// <summary>Makes a dead job due at once, with all its tries.</summary>
    /// <returns>Whether there was such a dead job.</returns>
    public async ValueTask<bool> RetryAsync(long id, CancellationToken cancellationToken = default)
        => await RunAsync(new RetryDeadJobs(id, null, Now), cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Makes every dead job due at once, with all its tries.</summary>
    /// <param name="name">The job; null for all.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>How many there were.</returns>
    public ValueTask<int> RetryAllAsync(string? name = null, CancellationToken cancellationToken = default)
        => RunAsync(new RetryDeadJobs(null, name, Now), cancellationToken);

    /// <summary>Deletes a dead job: it will never run.</summary>
    /// <returns>Whether there was such a dead job.</returns>
    public ValueTask<bool> DiscardAsync(long id, CancellationToken cancellationToken = default)
        => engine.Writer.RunAsync<DiscardDeadJob, bool>(new DiscardDeadJob(id), cancellationToken);

    private long Now => UnixMicros.Write(engine.Clock.GetUtcNow());

    private async ValueTask<int> RunAsync(RetryDeadJobs command, CancellationToken cancellationToken)
    {
        int count = await engine.Writer.RunAsync<RetryDeadJobs, int>(command, cancellationToken).ConfigureAwait(false);
        runner.Wake();
        return count;
    }
}
