using System.Collections.Concurrent;

namespace HiveGen.Hooks;

/// <summary>Work that nobody awaits until the Hive closes. Thread-safe.</summary>
internal sealed class BackgroundWork
{
    private readonly ConcurrentDictionary<Task, bool> running = new();
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Cancelled when the Hive waits no longer.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Notes work that must not be cut off at shutdown. It must end without an exception.</summary>
    public void Track(Task work)
    {
        running.TryAdd(work, true);
        _ = work.ContinueWith(static (ended, state) => ((BackgroundWork)state!).running.TryRemove(ended, out _), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits until all of it has ended, what it starts meanwhile included, or the deadline has passed.</summary>
    /// <returns>How many pieces of work are still running.</returns>
    public async Task<int> DrainAsync(TimeSpan deadline, TimeProvider clock)
    {
        if (!running.IsEmpty)
        {
            using CancellationTokenSource done = new();
            Task late = Task.Delay(deadline, clock, done.Token);
            while (!late.IsCompleted && running.Keys is { Count: > 0 } tasks)
            {
                await Task.WhenAny(late, Task.WhenAll(tasks)).ConfigureAwait(false);
                foreach (Task ended in tasks.Where(static task => task.IsCompleted))
                {
                    running.TryRemove(ended, out _);
                }
            }

            await done.CancelAsync().ConfigureAwait(false);
        }

        await stopping.CancelAsync().ConfigureAwait(false);
        return running.Count;
    }
}
