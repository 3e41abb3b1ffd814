namespace HiveGen.Dispatch;

/// <summary>Wakes one waiter; signals given while nobody waits are remembered as one. Setting it is safe from any thread.</summary>
/// <param name="clock">Measures how long is waited.</param>
/// <param name="work">Where the waiter counts as at work until it waits, and again from the moment it is woken.</param>
internal sealed class WakeSignal(TimeProvider clock, WorkCount work)
{
    private readonly Lock gate = new();
    private Waiter? waiter;
    private bool isSet;

    /// <summary>Wakes the waiter, or lets the next wait return at once.</summary>
    public void Set()
    {
        // A commit signals every loop: while a loop is at work this must cost it next to nothing.
        if (Volatile.Read(ref isSet))
        {
            return;
        }

        lock (gate)
        {
            isSet = true;
            waiter?.Wake();
        }
    }

    /// <summary>Waits for the signal, at most this long.</summary>
    /// <returns>Whether it was signalled.</returns>
    public async ValueTask<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiting;
        lock (gate)
        {
            if (isSet)
            {
                isSet = false;
                return true;
            }

            waiter = waiting = new Waiter(work);
        }

        ITimer timer = clock.CreateTimer(static state => ((Waiter)state!).Wake(), waiting, timeout, Timeout.InfiniteTimeSpan);
        await using (timer.ConfigureAwait(false))
        {
            await using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static state => ((Waiter)state!).Cancel(), waiting);
            work.Leave();
            try
            {
                await waiting.Task.ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
            finally
            {
                lock (gate)
                {
                    waiter = null;
                }
            }
        }

        lock (gate)
        {
            bool signalled = isSet;
            isSet = false;
            return signalled;
        }
    }

    private sealed class Waiter(WorkCount work) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public void Wake()
        {
            work.Enter();
            if (!TrySetResult())
            {
                work.Leave();
            }
        }

        public void Cancel()
        {
            work.Enter();
            if (!TrySetCanceled())
            {
                work.Leave();
            }
        }
    }
}
