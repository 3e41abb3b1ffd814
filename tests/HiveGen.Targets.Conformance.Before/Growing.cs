namespace HiveGen.Targets.Conformance.Before;

/// <summary>A model before it gained fields: its later self is in HiveGen.Targets.Conformance.</summary>
[HiveModel(Sync = "growing")]
public sealed partial class Growing
{
    public required string Name { get; set; }
}
