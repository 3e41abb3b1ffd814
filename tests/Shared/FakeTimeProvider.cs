namespace HiveGen.Tests;

/// <summary>A clock that moves only when told; timers fire on the thread that moves it.</summary>
public sealed class FakeTimeProvider(DateTimeOffset start) : TimeProvider
{
    // Of the wall clock: for the few who wait for no time after they were woken.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    // Of the wall clock: between two looks at something that sets no timer.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(2);

    // Of the wall clock: only a failing test waits for it.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly Task Never = new TaskCompletionSource().Task;

    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private TaskCompletionSource timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset now = start;

    public FakeTimeProvider()
        : this(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        FakeTimer timer = new(this, callback, state);
        lock (gate)
        {
            timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        DateTimeOffset end = GetUtcNow() + by;
        while (FireNext(end))
        {
        }

        lock (gate)
        {
            // Another thread may have moved it further meanwhile; only who goes back on purpose sets it back.
            now = end > now || by < TimeSpan.Zero ? end : now;
        }
    }

    /// <summary>Goes from timer to timer until the task ends: whoever waits for a time gets it at once.</summary>
    /// <param name="task">What is waited for.</param>
    /// <param name="hold">While it says yes, the clock stands still: somebody works, and does not wait for a time.</param>
    public async Task RunUntilAsync(Task task, Func<bool>? hold = null)
    {
        await RunAsync(() => task.IsCompleted, task, hold);
        await task;
    }

    /// <summary>Goes from timer to timer until the condition holds; it is looked at between two timers.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="hold">While it says yes, the clock stands still: somebody works, and does not wait for a time.</param>
    public Task RunUntilAsync(Func<bool> condition, Func<bool>? hold = null) => RunAsync(condition, Never, hold);

    private async Task RunAsync(Func<bool> done, Task end, Func<bool>? hold)
    {
        long started = System.GetTimestamp();
        while (true)
        {
            Task set;
            lock (gate)
            {
                set = timerSet.Task;
            }

            // Before the end is looked at: what nobody works on any more does not change meanwhile.
            bool held = Held();
            if (done())
            {
                return;
            }

            if (System.GetElapsedTime(started) > Limit)
            {
                throw new TimeoutException($"What was waited for did not come, {(held ? "and somebody was at work all the time" : "however far the clock was moved")}.");
            }

            // Real work gets real time, or the clock would run away from it: whoever was woken soon waits for a time again, or
            // ends. In the test's own context, so that whatever of the test waits there has its turn before the clock goes on.
            TimeSpan patience = held || !FireNext(GetUtcNow() + TimeSpan.FromMinutes(10)) || Held() ? Glance : Patience;
            await ((Task)Task.WhenAny(end, set)).WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            await Task.Yield();
        }

        bool Held() => hold?.Invoke() == true;
    }

    private bool FireNext(DateTimeOffset end)
    {
        FakeTimer? next;
        lock (gate)
        {
            next = timers.Where(timer => timer.Due <= end).MinBy(static timer => timer.Due);
            if (next is null)
            {
                return false;
            }

            now = next.Due > now ? next.Due.Value : now;
        }

        next.Fire();
        return true;
    }

    private sealed class FakeTimer(FakeTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;

        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            TaskCompletionSource set;
            lock (clock.gate)
            {
                period = newPeriod;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.now + dueTime;
                set = clock.timerSet;
                clock.timerSet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            set.TrySetResult();
            return true;
        }

        public void Fire()
        {
            lock (clock.gate)
            {
                Due = period > TimeSpan.Zero ? Due + period : null;
            }

            callback(state);
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
