namespace HiveGen.Tests;

/// <summary>What is the same for all kills of a drill.</summary>
/// <param name="Power">Whether the power goes with the process: only what was synced is left.</param>
/// <param name="Honest">Whether the disk syncs when it says so.</param>
/// <param name="Synchronous">When a write counts as stored.</param>
internal sealed record DrillSettings(bool Power = false, bool Honest = true, HiveSynchronous Synchronous = HiveSynchronous.Full);
