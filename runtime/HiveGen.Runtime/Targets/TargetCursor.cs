namespace HiveGen.Targets;

/// <summary>How far a target has come with a Hive, as the target itself remembers it.</summary>
/// <param name="Session">The session of the Hive that wrote last.</param>
/// <param name="Seq">The change up to which everything has been sent (records parked for a retry aside).</param>
/// <param name="Epoch">The Hive's epoch.</param>
public sealed record TargetCursor(string Session, long Seq, int Epoch);
