using HiveGen.Targets;

// Convex itself refuses what is larger.
[assembly: TargetTextLimit("Convex", 1024 * 1024, "a document")]
