namespace HiveGen.Targets.Conformance;

/// <summary>A model that gained fields since a target was prepared for it.</summary>
[HiveModel(Sync = "growing")]
public sealed partial class Growing
{
    public required string Name { get; set; }

    public string? Nickname { get; set; }

    public string Plan { get; set; } = "free";

    public long? Points { get; set; }
}
