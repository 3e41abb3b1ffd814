using System.Diagnostics;
using HiveGen.Dispatch;
using HiveGen.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HiveGen.Jobs;

/// <summary>Runs one job, in services of its own and for a limited time, and says what is to be stored of it. Thread-safe.</summary>
internal sealed class JobExecutor(HiveEngine engine, ILogger logger)
{
    private readonly HiveDispatchOptions options = engine.Options.Dispatch;

    /// <summary>Runs it.</summary>
    /// <exception cref="OperationCanceledException">The app stops, and the job is to run again.</exception>
    public async Task<JobOutcome> RunAsync(StoredJob job, CancellationToken cancellationToken)
    {
        if (!engine.Options.Jobs.TryGetValue(job.Name, out HiveJob? handler))
        {
            return Dead(job, $"no handler is registered under the name '{job.Name}': register it with AddJob(\"{job.Name}\", …), then retry the job", null);
        }

        using Activity? activity = HiveActivities.Job(job.Name, job.Attempts + 1, job.Trace);
        long started = engine.Clock.GetTimestamp();
        try
        {
            await CallAsync(job, handler, cancellationToken).ConfigureAwait(false);
            engine.Telemetry.Jobs.Ran(job.Name, engine.Clock.GetElapsedTime(started), succeeded: true);
            JobLog.Succeeded(logger, job.Name, job.Job);
            return JobOutcome.Done(job.Job);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            activity.Fail(failure);
            engine.Telemetry.Jobs.Ran(job.Name, engine.Clock.GetElapsedTime(started), succeeded: false);
            string error = failure is JobPayloadException ? failure.Message : $"{failure.GetType().Name}: {failure.Message}";
            return failure is JobPayloadException || job.Attempts + 1 >= options.JobAttempts ? Dead(job, error, failure) : Again(job, error, failure);
        }
    }

    private async Task CallAsync(StoredJob job, HiveJob handler, CancellationToken cancellationToken)
    {
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        CancellationToken token = deadline.Token;
        // On a thread of its own, so that also a handler that blocks runs into its limit.
        Task running = Task.Run(() => CallInScopeAsync(job, handler, token), CancellationToken.None);
        TimeSpan limit = options.JobTimeouts.TryGetValue(job.Name, out TimeSpan own) ? own : options.JobTimeout;
        try
        {
            Task ended = running.WaitAsync(limit, engine.Clock, CancellationToken.None);
            engine.Work.Await(ended);
            await ended.ConfigureAwait(false);
        }
        catch (TimeoutException late) when (!running.IsCompleted)
        {
            await deadline.CancelAsync().ConfigureAwait(false);
            // A handler that does not look at its token goes on alone.
            running.Abandon();
            throw new TimeoutException($"it did not end within {limit.TotalSeconds:0.###} s", late);
        }
    }

    private async Task CallInScopeAsync(StoredJob job, HiveJob handler, CancellationToken cancellationToken)
    {
        IServiceProvider services = engine.Options.Services ?? NoServices.Instance;
        if (services.GetService<IServiceScopeFactory>() is not { } scopes)
        {
            await handler(services, job.Payload, cancellationToken).ConfigureAwait(false);
            return;
        }

        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            await handler(scope.ServiceProvider, job.Payload, cancellationToken).ConfigureAwait(false);
        }
    }

    private JobOutcome Again(StoredJob job, string error, Exception failure)
    {
        int attempts = job.Attempts + 1;
        TimeSpan wait = RetryDelay.After(options, attempts);
        JobLog.Failed(logger, job.Name, job.Job, attempts, wait, failure);
        long now = Now;
        return new JobOutcome(job.Job, attempts, now + UnixMicros.Write(wait), error, now, Dead: false);
    }

    private JobOutcome Dead(StoredJob job, string error, Exception? failure)
    {
        engine.Telemetry.Jobs.Dead(job.Name);
        JobLog.Dead(logger, job.Name, job.Job, job.Attempts + 1, error, failure);
        long now = Now;
        return new JobOutcome(job.Job, job.Attempts + 1, now, error, now, Dead: true);
    }

    private long Now => UnixMicros.Write(engine.Clock.GetUtcNow());
}
