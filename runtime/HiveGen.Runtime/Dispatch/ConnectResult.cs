namespace HiveGen.Dispatch;

/// <summary>The outcome of a contact with a target.</summary>
/// <param name="Run">The work to do; null when there is none for now.</param>
/// <param name="Paused">Why there is none.</param>
internal readonly record struct ConnectResult(TargetRun? Run, string? Paused);
