namespace HiveGen.Targets.Conformance;

/// <summary>Ids that are Guids.</summary>
[HiveModel(Sync = "beacons")]
public sealed partial class Beacon
{
    public Guid Id { get; set; }

    public string? Name { get; set; }
}
