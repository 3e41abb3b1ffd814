namespace HiveGen.Targets.Conformance;

/// <summary>Ids that are numbers.</summary>
[HiveModel(Sync = "counters")]
public sealed partial class Counter
{
    public long Id { get; set; }

    public long Value { get; set; }
}
