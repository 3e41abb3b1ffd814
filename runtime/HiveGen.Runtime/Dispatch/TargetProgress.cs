using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>What a loop shows of itself. Thread-safe.</summary>
internal sealed class TargetProgress(string name, TimeProvider clock, Breaker breaker)
{
    private readonly Lock gate = new();
    private readonly UnsentAge age = new(clock);
    private readonly Dictionary<string, LoadCount> loaded = new(StringComparer.Ordinal);
    private TaskCompletionSource changed = NewSignal();
    private TargetState state = TargetState.Stopped;
    private string? pause;
    private string? failure;
    private long position;
    private long maxSeq;
    private ParkedSummary parked;
    private int loading;
    private int restarts;
    private bool connected;
    private int asked;
    private int answered;
    private DateTimeOffset heartbeat = clock.GetUtcNow();
    private DateTimeOffset? nextTry;

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
    /// <returns>What <see cref="Answered"/> takes.</returns>
    public int Ask()
    {
        lock (gate)
        {
            return ++asked;
        }
    }

    /// <summary>Whether the loop has begun to look anew, or has stopped: what it did before is over.</summary>
    public bool Answered(int question)
    {
        lock (gate)
        {
            return answered >= question || state == TargetState.Stopped;
        }
    }

    /// <summary>Notes a new state; a target that is not connected has drained nothing.</summary>
    public void Enter(TargetState next, string? why = null)
    {
        lock (gate)
        {
            state = next;
            pause = next == TargetState.Paused ? why : null;
            // Until the target has answered, its last failure is what a person wants to know.
            failure = next == TargetState.Retrying ? why : failure;
            connected = false;
            answered = next == TargetState.Connecting ? asked : answered;
            heartbeat = clock.GetUtcNow();
            nextTry = null;
            Signal();
        }
    }

    /// <summary>Opens the breaker, and notes why: nobody sees the one without the other.</summary>
    /// <returns>How long to leave the target alone.</returns>
    public TimeSpan Fail(TargetException error, string why)
    {
        lock (gate)
        {
            Enter(TargetState.Retrying, why);
            return breaker.Fail(error);
        }
    }

    /// <summary>Notes that the loop is at work.</summary>
    public void Work()
    {
        lock (gate)
        {
            nextTry = null;
        }
    }

    /// <summary>Notes that the loop looks again after this time, at the latest.</summary>
    public void Wait(TimeSpan wait)
    {
        lock (gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            nextTry = wait < DateTimeOffset.MaxValue - now ? now + wait : DateTimeOffset.MaxValue;
            Signal();
        }
    }

    /// <summary>Notes that the loop lives.</summary>
    public void Beat()
    {
        lock (gate)
        {
            heartbeat = clock.GetUtcNow();
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
            failure = null;
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
            return IsSettled(seq) && parked.Waiting == 0;
        }
    }

    /// <summary>Whether everything up to this change was sent and every full load has ended; parked records may still wait.</summary>
    public bool Settled(long seq)
    {
        lock (gate)
        {
            return IsSettled(seq);
        }
    }

    /// <summary>What a person must do first; null while the loop works, or is about to look at everything anew.</summary>
    public string? Blocked
    {
        get
        {
            lock (gate)
            {
                return state == TargetState.Paused && answered == asked ? pause : null;
            }
        }
    }

    /// <summary>Notes that a chunk of a full load was sent.</summary>
    public void LoadMoved(string model, long asOf, int records)
    {
        lock (gate)
        {
            long before = loaded.TryGetValue(model, out LoadCount count) && count.AsOf == asOf ? count.Records : 0;
            loaded[model] = new LoadCount(asOf, before + records);
        }
    }

    /// <summary>What the newest full load of a model has sent; null when there was none in this process.</summary>
    public LoadCount? Loaded(string model)
    {
        lock (gate)
        {
            return loaded.TryGetValue(model, out LoadCount count) ? count : null;
        }
    }

    public TargetStatus Snapshot()
    {
        lock (gate)
        {
            return new(name, state, pause ?? failure, position, Math.Max(0, maxSeq - position), age.Oldest, parked.Waiting, parked.Dead, loading, restarts, heartbeat, breaker.State, nextTry);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool IsSettled(long seq) => connected && answered == asked && position >= seq && loading == 0;

    private void Signal()
    {
        changed.TrySetResult();
        changed = NewSignal();
    }
}
