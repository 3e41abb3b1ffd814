using System.Collections.Concurrent;
using HiveGen.Telemetry;
using Microsoft.Extensions.Logging;

namespace HiveGen.Hooks;

/// <summary>Work that nobody awaits until the Hive closes: Following hooks, and what they gave to WaitUntil. Thread-safe.</summary>
internal sealed class BackgroundWork
{
    private readonly ConcurrentDictionary<Task, string> running = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly TimeProvider clock;
    private readonly HiveTelemetry telemetry;
    private readonly ILogger logger;
    private long drainedSince;

    public BackgroundWork(TimeProvider clock, HiveTelemetry telemetry, ILogger logger)
    {
        this.clock = clock;
        this.telemetry = telemetry;
        this.logger = logger;
        telemetry.Gauge("hive.wait_until.running", "{task}", "Following hooks, and what they gave to WaitUntil, that have not ended.", () => (long)running.Count);
    }

    /// <summary>Cancelled when the Hive waits no longer.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Notes work that must not be cut off at shutdown. It must end without an exception.</summary>
    /// <param name="work">The work.</param>
    /// <param name="hook">The hook it belongs to.</param>
    public void Track(Task work, string hook)
    {
        running.TryAdd(work, hook);
        _ = work.ContinueWith(static (ended, state) => ((BackgroundWork)state!).running.TryRemove(ended, out _), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>
    /// Waits until all of it has ended, what it starts meanwhile included, or the deadline has passed, which counts from the first
    /// call. What is still running then is logged and counted by its hook.
    /// </summary>
    public async Task DrainAsync(TimeSpan deadline, CancellationToken cancellationToken)
    {
        Interlocked.CompareExchange(ref drainedSince, clock.GetTimestamp(), 0);
        TimeSpan rest = deadline - clock.GetElapsedTime(drainedSince);
        if (!running.IsEmpty && rest > TimeSpan.Zero)
        {
            using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task late = Task.Delay(rest, clock, done.Token);
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

        Drop(deadline);
        await stopping.CancelAsync().ConfigureAwait(false);
    }

    private void Drop(TimeSpan deadline)
    {
        foreach ((Task task, string hook) in running)
        {
            if (running.TryRemove(task, out _))
            {
                telemetry.Hooks.Dropped(hook);
                HookLog.Dropped(logger, hook, deadline);
            }
        }
    }
}
