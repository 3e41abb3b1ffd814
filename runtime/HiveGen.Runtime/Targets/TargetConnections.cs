namespace HiveGen.Targets;

/// <summary>How a target's client uses its connections, at one moment.</summary>
/// <param name="InUse">Those at work.</param>
/// <param name="Most">The most there may be.</param>
public readonly record struct TargetConnections(int InUse, int Most);
