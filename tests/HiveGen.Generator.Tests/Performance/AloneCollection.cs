namespace HiveGen.Generator.Tests;

/// <summary>Tests that measure run when nothing else does.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
