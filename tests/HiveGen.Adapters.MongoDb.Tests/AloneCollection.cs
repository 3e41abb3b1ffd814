namespace HiveGen.Tests;

/// <summary>Tests that measure what the whole process allocates run when nothing else does.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
