namespace HiveGen.Dispatch;

/// <summary>What a loop shows of itself. Thread-safe.</summary>
internal sealed class TargetProgress(string name, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly UnsentAge age = new(clock);
    private TaskCompletionSource changed = NewSignal();
    private TargetState state = TargetState.Stopped;
    private string? reason;
    private long position;
    private long maxSeq;
    private ParkedSummary parked;
    private int loading;
    private int restarts;
    private bool connected;
    private int asked;
    private int answered;
    private DateTimeOffset heartbeat = clock.GetUtcNow();

    /// <summary>Completes at the next change of what <see cref="Drained"/> tells.</summary>
    public Task Changed
    {
        get
        {
            lock (gate)
            {
                return changed.Task;
            }
        }
    }

    /// <summary>Notes that the loop is to look at everything anew: until it does, nothing counts as drained.</summary>
    public void Ask()
    {
        lock (gate)
        {
            asked++;
        }
    }

    /// <summary>Notes a new state; a target that is not connected has drained nothing.</summary>
    public void Enter(TargetState next, string? why = null)
    {
        lock (gate)
        {
            state = next;
            // While it is tried again, the last failure is still what a person wants to know.
            reason = next == TargetState.Connecting ? reason : why;
            connected = false;
            answered = next == TargetState.Connecting ? asked : answered;
            heartbeat = clock.GetUtcNow();
            Signal();
        }
    }

    /// <summary>Notes that a loop was started again after an unexpected exception.</summary>
    public void Restarted()
    {
        lock (gate)
        {
            restarts++;
        }
    }

    /// <summary>Notes that the loop lives, and where the log ends.</summary>
    public void Beat(long newest)
    {
        lock (gate)
        {
            heartbeat = clock.GetUtcNow();
            maxSeq = Math.Max(maxSeq, newest);
            if (maxSeq > position)
            {
                age.Sample(maxSeq);
            }
        }
    }

    /// <summary>Notes how far a round has come.</summary>
    public void Round(long sent, long newest, ParkedSummary waiting, int loads)
    {
        lock (gate)
        {
            heartbeat = clock.GetUtcNow();
            state = loads > 0 ? TargetState.Loading : TargetState.Running;
            reason = null;
            connected = true;
            position = sent;
            maxSeq = Math.Max(newest, sent);
            parked = waiting;
            loading = loads;
            if (maxSeq > position)
            {
                age.Sample(maxSeq);
            }

            age.Sent(position);
            Signal();
        }
    }

    /// <summary>Whether everything up to this change has arrived, dead letters aside.</summary>
    public bool Drained(long seq)
    {
        lock (gate)
        {
            return connected && answered == asked && position >= seq && loading == 0 && parked.Waiting == 0;
        }
    }

    public TargetStatus Snapshot()
    {
        lock (gate)
        {
            return new(name, state, reason, position, Math.Max(0, maxSeq - position), age.Oldest, parked.Waiting, parked.Dead, loading, restarts, heartbeat);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Signal()
    {
        changed.TrySetResult();
        changed = NewSignal();
    }
}
