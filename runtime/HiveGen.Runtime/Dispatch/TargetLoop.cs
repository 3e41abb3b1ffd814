using HiveGen.Targets;
using Microsoft.Extensions.Logging;

namespace HiveGen.Dispatch;

/// <summary>
/// The supervised loop of one target. Whatever ends its work, it connects again after a while; a failing target costs its
/// records nothing.
/// </summary>
internal sealed class TargetLoop(TargetContext context)
{
    private readonly WakeSignal work = new(context.Clock, context.Engine.Work);
    private readonly WakeSignal control = new(context.Clock, context.Engine.Work);
    private readonly TargetConnector connector = new(context);
    private int reconnect;
    private int crashes;
    private string? told;

    /// <summary>What the loop works for.</summary>
    public TargetContext Context => context;

    /// <summary>Tells that changes may have been committed. Cheap, and safe from any thread.</summary>
    public void Wake() => work.Set();

    /// <summary>Makes the loop look at the target and at the Hive's memory anew, at once.</summary>
    /// <returns>What <see cref="TargetProgress.Answered"/> takes.</returns>
    public int Reconnect()
    {
        int question = context.Progress.Ask();
        Volatile.Write(ref reconnect, 1);
        control.Set();
        work.Set();
        return question;
    }

    /// <summary>The target's cursor, read beside the loop's own work.</summary>
    /// <exception cref="TargetException">It cannot be read, or not in time.</exception>
    public ValueTask<TargetCursor?> ReadCursorAsync(CancellationToken cancellationToken) => connector.ReadCursorAsync(again: false, cancellationToken);

    /// <summary>Runs until the token is cancelled; never throws.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                TimeSpan wait = await WorkAsync(cancellationToken).ConfigureAwait(false);
                await PauseAsync(wait, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception unexpected)
            {
                await RestartAsync(unexpected, cancellationToken).ConfigureAwait(false);
            }
        }

        context.Progress.Enter(TargetState.Stopped);
    }

    private async ValueTask<TimeSpan> WorkAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref reconnect, 0);
        context.Progress.Enter(TargetState.Connecting);
        try
        {
            ConnectResult result = await connector.ConnectAsync(cancellationToken).ConfigureAwait(false);
            crashes = 0;
            told = null;
            if (result.Run is null)
            {
                context.Progress.Enter(TargetState.Paused, result.Paused);
                SyncLog.Paused(context.Logger, context.Name, result.Paused!);
                return context.Options.LongestRetry;
            }

            await RunAsync(result.Run, cancellationToken).ConfigureAwait(false);
            return TimeSpan.Zero;
        }
        catch (TargetException failure)
        {
            TimeSpan wait = context.Progress.Fail(failure, failure.Failure == TargetFailure.Configuration ? ToMend(failure) : failure.Message);
            context.Metrics.Failed(context.Name, failure.Failure);
            SyncLog.TargetFailed(context.Logger, LevelOf(failure), context.Name, failure.Failure, wait, failure.Message);
            return wait;
        }
    }

    // What only a person can mend is told once, until something else is wrong: a sender without a secret may wait for days.
    private LogLevel LevelOf(TargetException failure)
    {
        bool again = failure.Failure == TargetFailure.Configuration && failure.Message == told;
        told = failure.Message;
        return again ? LogLevel.Debug : LogLevel.Warning;
    }

    private string ToMend(TargetException failure)
        => $"{failure.Message} A person has to mend this: look at the settings of '{context.Name}', such as its address and key. It is tried about every {context.Options.ConfigurationRetry} and goes on by itself.";

    private async ValueTask RunAsync(TargetRun run, CancellationToken cancellationToken)
    {
        try
        {
            await run.RunAsync(work, () => Volatile.Read(ref reconnect) != 0, context.Breaker.State == BreakerState.HalfOpen, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await run.EndAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async ValueTask RestartAsync(Exception unexpected, CancellationToken cancellationToken)
    {
        TimeSpan wait = RetryDelay.After(context.Options, ++crashes);
        context.Progress.Restarted();
        context.Metrics.Restarted(context.Name);
        SyncLog.Restarting(context.Logger, context.Name, wait, unexpected);
        context.Progress.Enter(TargetState.Retrying, unexpected.Message);
        try
        {
            await PauseAsync(wait, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The loop's own condition ends it.
        }
    }

    // In slices, so that the heartbeat and the age of what waits stay true.
    private async ValueTask PauseAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        context.Progress.Wait(wait);
        long since = context.Clock.GetTimestamp();
        TimeSpan rest = wait;
        while (rest > TimeSpan.Zero)
        {
            TimeSpan slice = rest < context.Options.SafetyInterval ? rest : context.Options.SafetyInterval;
            if (await control.WaitAsync(slice, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            context.Progress.Beat(ChangeLog.MaxSeq(context.Engine.Readers));
            rest = wait - context.Clock.GetElapsedTime(since);
        }
    }
}
