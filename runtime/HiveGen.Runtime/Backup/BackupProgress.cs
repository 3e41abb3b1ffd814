namespace HiveGen;

/// <summary>How far a backup has come.</summary>
/// <param name="Done">The bytes that were copied.</param>
/// <param name="Total">The bytes there are.</param>
public readonly record struct BackupProgress(long Done, long Total);
