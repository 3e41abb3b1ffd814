namespace HiveGen.CrashChild;

/// <summary>What becomes of a note: its new number, or null when it is removed.</summary>
public readonly record struct Effect(string Id, long? Number);
