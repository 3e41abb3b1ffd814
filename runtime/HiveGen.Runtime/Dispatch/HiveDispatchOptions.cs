namespace HiveGen;

/// <summary>How changes are sent and jobs are run. Bound from the configuration section <c>Hive:Dispatch</c>.</summary>
public sealed class HiveDispatchOptions
{
    /// <summary>How long a target may take for one batch. Default: 30 seconds.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The most rows of the change log that are read at once. Default: 1000.</summary>
    public int Window { get; set; } = 1000;

    /// <summary>How often a loop looks for work without being told. Default: 5 seconds.</summary>
    public TimeSpan SafetyInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the change log is trimmed. Default: 1 minute.</summary>
    public TimeSpan TrimInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many failed tries make a job dead. Default: 12.</summary>
    public int JobAttempts { get; set; } = 12;

    /// <summary>How many jobs run at once. Default: 4.</summary>
    public int JobConcurrency { get; set; } = 4;

    /// <summary>How long a stopping app waits for unsent changes and running jobs; what is left is done after the next start. Default: 5 seconds.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>From 0 to 1, exclusive: the jitter of every wait.</summary>
    internal Func<double> Jitter { get; set; } = Random.Shared.NextDouble;
}
