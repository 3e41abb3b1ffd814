namespace HiveGen.Dispatch;

/// <summary>Wakes one waiter; signals given while nobody waits are remembered as one. Setting it is safe from any thread.</summary>
internal sealed class WakeSignal(TimeProvider clock)
{
    private readonly Lock gate = new();
    private TaskCompletionSource? waiter;
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
            waiter?.TrySetResult();
        }
    }

    /// <summary>Waits for the signal, at most this long.</summary>
    /// <returns>Whether it was signalled.</returns>
    public async ValueTask<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource source;
        lock (gate)
        {
            if (isSet)
            {
                isSet = false;
                return true;
            }

            waiter = source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        ITimer timer = clock.CreateTimer(static state => ((TaskCompletionSource)state!).TrySetResult(), source, timeout, Timeout.InfiniteTimeSpan);
        await using (timer.ConfigureAwait(false))
        {
            await using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetCanceled(), source);
            try
            {
                await source.Task.ConfigureAwait(false);
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
}
