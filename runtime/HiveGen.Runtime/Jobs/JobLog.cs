using Microsoft.Extensions.Logging;

namespace HiveGen.Jobs;

/// <summary>What the job runner logs.</summary>
internal static partial class JobLog
{
    [LoggerMessage(200, LogLevel.Debug, "Job {Name} {Job} succeeded")]
    public static partial void Succeeded(ILogger logger, string name, long job);

    [LoggerMessage(201, LogLevel.Warning, "Job {Name} {Job} failed at try {Attempt} and is tried again in {Wait}")]
    public static partial void Failed(ILogger logger, string name, long job, int attempt, TimeSpan wait, Exception exception);

    [LoggerMessage(202, LogLevel.Error, "Job {Name} {Job} is dead after try {Attempt}: {Error}")]
    public static partial void Dead(ILogger logger, string name, long job, int attempt, string error, Exception? exception);

    [LoggerMessage(203, LogLevel.Error, "What became of job {Name} {Job} could not be stored, so that it runs again")]
    public static partial void NotNoted(ILogger logger, string name, long job, Exception exception);

    [LoggerMessage(204, LogLevel.Error, "The job runner stopped unexpectedly and starts again in {Wait}")]
    public static partial void Restarting(ILogger logger, TimeSpan wait, Exception exception);

    [LoggerMessage(205, LogLevel.Warning, "{Count} jobs did not end in time; they run again after the next start")]
    public static partial void Abandoned(ILogger logger, int count);
}
