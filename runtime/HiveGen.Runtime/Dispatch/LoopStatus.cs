namespace HiveGen;

/// <summary>How a background loop of the Hive is doing, at one moment.</summary>
/// <param name="Name">The loop: the name of a target, or <c>(trim)</c>, <c>(jobs)</c> or <c>(backup)</c>.</param>
/// <param name="Heartbeat">When it last came round. It does so every few seconds, also while it waits for a target.</param>
/// <param name="Restarts">How often it was restarted after an unexpected exception.</param>
public sealed record LoopStatus(string Name, DateTimeOffset Heartbeat, int Restarts);
