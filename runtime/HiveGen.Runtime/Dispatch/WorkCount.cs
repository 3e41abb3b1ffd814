namespace HiveGen.Dispatch;

/// <summary>How many loops, lanes and jobs of a Hive are at work; whoever waits for a time or a signal is not. Thread-safe.</summary>
internal sealed class WorkCount
{
    private int atWork;
    private int calling;

    /// <summary>How many are at work.</summary>
    public int AtWork => Volatile.Read(ref atWork);

    /// <summary>Of them, how many wait for others of them, or for a target or a handler until it answers or its time is up.</summary>
    public int Calling => Volatile.Read(ref calling);

    /// <summary>Notes that one more begins: before it can, so that none is missed.</summary>
    public void Enter() => Interlocked.Increment(ref atWork);

    /// <summary>Notes that one has ended, or waits: after its timer is set.</summary>
    public void Leave() => Interlocked.Decrement(ref atWork);

    /// <summary>Waits without being at work, until the wait is over. How it ended is for the caller to look at.</summary>
    public Task RestAsync(Task wait)
    {
        Leave();
        return wait.ContinueWith(static (_, work) => ((WorkCount)work!).Enter(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Notes that one waits for this answer.</summary>
    public void Await(Task answer)
    {
        Interlocked.Increment(ref calling);
        _ = answer.ContinueWith(static (_, work) => Interlocked.Decrement(ref ((WorkCount)work!).calling), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
