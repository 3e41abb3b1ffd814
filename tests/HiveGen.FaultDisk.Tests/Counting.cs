namespace HiveGen.Tests;

/// <summary>Tests that read the counters of the whole process, while no other test writes.</summary>
[CollectionDefinition("counting", DisableParallelization = true)]
public sealed class Counting;
