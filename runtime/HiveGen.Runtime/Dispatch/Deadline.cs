using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>Calls a target for a limited time, also one that does not look at its token.</summary>
internal static class Deadline
{
    /// <summary>Calls it.</summary>
    /// <exception cref="TargetException">It failed, or did not answer in time: then what it did is unknown.</exception>
    public static async ValueTask<TResult> RunAsync<TArgument, TResult>(
        TargetContext context,
        TArgument argument,
        Func<HiveTarget, TArgument, CancellationToken, ValueTask<TResult>> call,
        TimeSpan limit,
        CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(context, argument, call, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception untold) when (untold is not TargetException && !cancellationToken.IsCancellationRequested)
        {
            throw Untold.Classify(context.Name, untold);
        }
    }

    private static async ValueTask<TResult> CallAsync<TArgument, TResult>(
        TargetContext context,
        TArgument argument,
        Func<HiveTarget, TArgument, CancellationToken, ValueTask<TResult>> call,
        TimeSpan limit,
        CancellationToken cancellationToken)
    {
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ValueTask<TResult> running = call(context.Target, argument, deadline.Token);
        if (running.IsCompleted)
        {
            return await running.ConfigureAwait(false);
        }

        Task<TResult> task = running.AsTask();
        // A loop that waits for its target lives.
        TimeSpan interval = context.Options.SafetyInterval;
        await using ITimer beat = context.Clock.CreateTimer(static progress => ((TargetProgress)progress!).Beat(), context.Progress, interval, interval);
        try
        {
            return await WaitAsync(context, task, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A loop that stops waits a while for the send under way, so that the next one does not meet it.
            await ((Task)WaitAsync(context, task, context.Options.DrainTimeout, CancellationToken.None)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        catch (TimeoutException late) when (!task.IsCompleted)
        {
            throw new TargetException(TargetFailure.Timeout, $"'{context.Name}' did not answer within {limit.TotalSeconds:0.#} s.", late);
        }
        finally
        {
            if (!task.IsCompleted)
            {
                await deadline.CancelAsync().ConfigureAwait(false);
                task.Abandon();
            }
        }
    }

    private static Task<TResult> WaitAsync<TResult>(TargetContext context, Task<TResult> task, TimeSpan limit, CancellationToken cancellationToken)
    {
        Task<TResult> answer = task.WaitAsync(limit, context.Clock, cancellationToken);
        context.Engine.Work.Await(answer);
        return answer;
    }
}
