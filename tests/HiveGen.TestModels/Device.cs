namespace HiveGen.TestModels;

[HiveModel(Sync = "devices")]
public sealed partial class Device
{
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public int Battery { get; init; } = 100;
}
