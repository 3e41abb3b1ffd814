namespace HiveGen.Jobs;

/// <summary>A job as <c>_hive_job</c> holds it.</summary>
internal readonly record struct StoredJob(long Job, string Name, string Payload, int Attempts, string? Trace);
