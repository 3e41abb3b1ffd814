namespace HiveGen.Targets.Conformance;

/// <summary>A table called as every database calls its accounts.</summary>
[HiveModel(Sync = "user")]
public sealed partial class User
{
    public string? Name { get; set; }

    public string? Role { get; set; }
}
