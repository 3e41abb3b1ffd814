namespace HiveGen;

/// <summary>How the backups by themselves are doing, at one moment.</summary>
/// <param name="Last">The newest that was made since the Hive was opened; null when there was none.</param>
/// <param name="LastAt">When it was made.</param>
/// <param name="Failures">How many have failed since.</param>
/// <param name="Error">Why the newest of them failed.</param>
public sealed record BackupStatus(BackupResult? Last, DateTimeOffset? LastAt, int Failures, string? Error);
