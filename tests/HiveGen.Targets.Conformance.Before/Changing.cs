namespace HiveGen.Targets.Conformance.Before;

/// <summary>A model before one of its properties got another type: its later self is in HiveGen.Targets.Conformance.</summary>
[HiveModel(Sync = "changing")]
public sealed partial class Changing
{
    public required string Value { get; set; }
}
