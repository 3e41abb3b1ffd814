namespace HiveGen.Targets.Conformance;

/// <summary>A model whose property has another type since a target was prepared for it.</summary>
[HiveModel(Sync = "changing")]
public sealed partial class Changing
{
    public required long Value { get; set; }
}
