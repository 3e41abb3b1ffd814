namespace HiveGen;

/// <summary>How the stored jobs are doing, at one moment.</summary>
/// <param name="Waiting">Jobs that are to run, those at work included.</param>
/// <param name="Running">Jobs at work.</param>
/// <param name="Dead">Jobs that need a person.</param>
public sealed record HiveJobsStatus(long Waiting, int Running, long Dead);
