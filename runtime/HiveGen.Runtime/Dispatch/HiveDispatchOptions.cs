namespace HiveGen;

/// <summary>How changes are sent and jobs are run. Bound from the configuration section <c>Hive:Dispatch</c>.</summary>
public sealed class HiveDispatchOptions
{
    /// <summary>How long a target may take for one batch. Default: 30 seconds.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The most rows of the change log that are read at once, for each target. Default: null, which is what the target takes in
    /// one batch of each lane, and at least 1000.
    /// </summary>
    public int? Window { get; set; }

    /// <summary>
    /// About how many bytes of fields are read at once: it bounds the memory of each target, however much waits. One larger
    /// record is read alone. Default: 16 MB.
    /// </summary>
    public int WindowBytes { get; set; } = 16 << 20;

    /// <summary>The ceiling of the wait after a first failure; it doubles with each, and the wait is anywhere below it. Default: 2 seconds.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The highest ceiling of the wait after a failure. Default: 5 minutes.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a target is tried whose key or configuration is wrong. Default: 1 minute.</summary>
    public TimeSpan ConfigurationRetry { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many tries a record has, before it may become a dead letter: <see cref="DeadAge"/> must have passed too. Default: 12.</summary>
    public int DeadAttempts { get; set; } = 12;

    /// <summary>How long a record is tried, before it may become a dead letter: <see cref="DeadAttempts"/> must be used up too. Default: 24 hours.</summary>
    public TimeSpan DeadAge { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How many batches are sent to a target at the same time, by its name. Bound from <c>Hive:Targets:&lt;name&gt;:Lanes</c>. Default: what
    /// the adapter says, mostly one.
    /// </summary>
    public IDictionary<string, int> Lanes { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How often a loop looks for work without being told. Default: 5 seconds.</summary>
    public TimeSpan SafetyInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the change log is trimmed. Default: 1 minute.</summary>
    public TimeSpan TrimInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many failed tries make a job dead. Default: 12.</summary>
    public int JobAttempts { get; set; } = 12;

    /// <summary>How many jobs run at once. Default: 4.</summary>
    public int JobConcurrency { get; set; } = 4;

    /// <summary>How long a job may run before its token is cancelled and the try counts as failed. Default: 5 minutes.</summary>
    public TimeSpan JobTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary><see cref="JobTimeout"/> of single jobs, by their names. Bound from <c>Hive:Jobs:&lt;name&gt;:Timeout</c>, and set by <c>AddJob</c>.</summary>
    public IDictionary<string, TimeSpan> JobTimeouts { get; } = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);

    /// <summary>How long a stopping app waits for unsent changes and running jobs; what is left is done after the next start. Default: 5 seconds.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The most lanes of a target.</summary>
    internal const int MostLanes = 64;

    /// <summary>From 0 to 1, exclusive: the jitter of every wait.</summary>
    internal Func<double> Jitter { get; set; } = Random.Shared.NextDouble;
}
