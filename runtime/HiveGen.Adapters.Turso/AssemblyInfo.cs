using HiveGen.Targets;

// The server refuses what is larger: about this much.
[assembly: TargetTextLimit("Turso", 10_000_000, "a value")]
