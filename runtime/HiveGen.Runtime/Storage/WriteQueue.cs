using System.Diagnostics;

namespace HiveGen.Storage;

/// <summary>What waits for the writer's thread. Bounded: when it is full, callers wait for room without a thread. Thread-safe.</summary>
internal sealed class WriteQueue
{
    public const int Capacity = 4096;

    private static readonly long LingerTicks = Stopwatch.Frequency / 20_000;

    private readonly object gate = new();
    private List<WriteRequest> filling = new(Capacity);
    private List<WriteRequest> taken = new(Capacity);
    private TaskCompletionSource? roomMade;
    private volatile int count;
    private volatile bool busy;
    private bool closed;

    /// <summary>Whether the writer's thread has work or is about to: then newcomers queue too, so that nobody is overtaken for long.</summary>
    public bool IsBusy => busy;

    /// <summary>How many requests wait.</summary>
    public int Count => count;

    /// <summary>Adds a request; when there is no room, gives a task that ends when there may be.</summary>
    /// <exception cref="ObjectDisposedException">The queue is closed.</exception>
    public Task? Add(WriteRequest request)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(HiveEngine));
            if (filling.Count == Capacity)
            {
                roomMade ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return roomMade.Task;
            }

            filling.Add(request);
            count = filling.Count;
            busy = true;
            if (filling.Count == 1)
            {
                Monitor.Pulse(gate);
            }

            return null;
        }
    }

    /// <summary>Waits until something is queued. False when the queue is closed and empty.</summary>
    /// <param name="released">How many callers continue just now: those that come back are waited for a moment, so that one commit serves all.</param>
    public bool Wait(int released)
    {
        if (released > 1)
        {
            Linger(Math.Min(count + released, Capacity));
        }

        lock (gate)
        {
            while (filling.Count == 0)
            {
                if (closed)
                {
                    return false;
                }

                busy = false;
                Monitor.Wait(gate);
            }

            return true;
        }
    }

    /// <summary>Everything that is queued. Valid until the next call.</summary>
    public List<WriteRequest> Take()
    {
        TaskCompletionSource? room;
        lock (gate)
        {
            (filling, taken) = (taken, filling);
            count = 0;
            room = roomMade;
            roomMade = null;
        }

        room?.SetResult();
        return taken;
    }

    /// <summary>Refuses further requests; what is queued is still taken.</summary>
    public void Close()
    {
        TaskCompletionSource? room;
        lock (gate)
        {
            closed = true;
            room = roomMade;
            roomMade = null;
            Monitor.Pulse(gate);
        }

        room?.SetResult();
    }

    /// <summary>Lets the processor go while requests keep coming, until as many are there or none came for a moment.</summary>
    private void Linger(int expected)
    {
        int seen = -1;
        long since = 0;
        while (true)
        {
            int now = count;
            if (now >= expected)
            {
                return;
            }

            long time = Stopwatch.GetTimestamp();
            if (now != seen)
            {
                seen = now;
                since = time;
            }
            else if (time - since > LingerTicks)
            {
                return;
            }

            Thread.Yield();
        }
    }
}
