namespace HiveGen.Storage;

/// <summary>What waits for the writer's thread. Bounded: when it is full, callers wait for room without a thread. Thread-safe.</summary>
internal sealed class WriteQueue
{
    public const int Capacity = 4096;

    private readonly object gate = new();
    private readonly SemaphoreSlim room = new(Capacity);
    private List<WriteRequest> filling = new(Capacity);
    private List<WriteRequest> taken = new(Capacity);
    private bool closed;
    private volatile bool busy;

    /// <summary>Whether the writer's thread has work or is about to: then newcomers queue too, so that nobody is overtaken for long.</summary>
    public bool IsBusy => busy;

    /// <summary>Takes room for one request, if there is some.</summary>
    public bool TryTakeRoom() => room.Wait(0);

    public Task TakeRoomAsync(CancellationToken cancellationToken) => room.WaitAsync(cancellationToken);

    /// <summary>Adds a request, for which room was taken. False when the queue is closed.</summary>
    public bool TryAdd(WriteRequest request)
    {
        lock (gate)
        {
            if (closed)
            {
                room.Release();
                return false;
            }

            filling.Add(request);
            busy = true;
            if (filling.Count == 1)
            {
                Monitor.Pulse(gate);
            }

            return true;
        }
    }

    /// <summary>Everything that waits, as soon as there is something; null when the queue is closed and empty.</summary>
    /// <param name="expected">How many may soon arrive, as the last group's callers come back: then a moment is given to them.</param>
    public List<WriteRequest>? Take(int expected)
    {
        lock (gate)
        {
            if (expected > 1 && filling.Count < expected && !closed)
            {
                Linger(expected);
            }

            while (filling.Count == 0)
            {
                if (closed)
                {
                    return null;
                }

                busy = false;
                Monitor.Wait(gate);
            }

            (filling, taken) = (taken, filling);
        }

        room.Release(taken.Count);
        return taken;
    }

    /// <summary>Refuses further requests; what is queued is still taken.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.Pulse(gate);
        }
    }

    private void Linger(int expected)
    {
        // Filled in after measuring.
        _ = expected;
    }
}
