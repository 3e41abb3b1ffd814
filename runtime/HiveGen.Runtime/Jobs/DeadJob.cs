namespace HiveGen;

/// <summary>A job that needs a person: its tries are used up, or it can never succeed as it is.</summary>
/// <param name="Id">What <see cref="HiveJobs.RetryAsync"/> and <see cref="HiveJobs.DiscardAsync"/> are given.</param>
/// <param name="Name">The job.</param>
/// <param name="Payload">What was stored with it.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">Why the last try failed.</param>
/// <param name="FailedAt">When the last try failed.</param>
public sealed record DeadJob(long Id, string Name, string Payload, int Attempts, string Error, DateTimeOffset FailedAt);
