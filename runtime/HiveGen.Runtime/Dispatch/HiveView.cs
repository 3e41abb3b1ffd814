namespace HiveGen.Dispatch;

/// <summary>What the Hive knows of a target and of itself, read in one snapshot.</summary>
internal sealed record HiveView(
    TargetMemory? Memory,
    Dictionary<string, LoadMemory> Loads,
    ParkedSummary Parked,
    SessionLog Sessions,
    long TrimmedTo,
    int Epoch,
    int? RestoredEpoch);
