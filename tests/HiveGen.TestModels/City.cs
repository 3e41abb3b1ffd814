namespace HiveGen.TestModels;

/// <summary>A positional record.</summary>
[HiveModel(Sync = "cities")]
public sealed partial record City(string Name, Link<Country, long> Country, int Population = 0);
