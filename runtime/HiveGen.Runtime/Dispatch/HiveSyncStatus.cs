namespace HiveGen;

/// <summary>How the sync of a Hive is doing, at one moment.</summary>
/// <param name="Seq">The newest change.</param>
/// <param name="Targets">Every configured target.</param>
/// <param name="Loops">Every background loop while the sync runs; none while it is stopped.</param>
public sealed record HiveSyncStatus(long Seq, IReadOnlyList<TargetStatus> Targets, IReadOnlyList<LoopStatus> Loops);
