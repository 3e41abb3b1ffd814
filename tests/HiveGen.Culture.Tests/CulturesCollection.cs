namespace HiveGen.Culture.Tests;

/// <summary>Tests that change the culture of the process run one after the other.</summary>
[CollectionDefinition(nameof(Cultures), DisableParallelization = true)]
public sealed class CulturesCollection;
