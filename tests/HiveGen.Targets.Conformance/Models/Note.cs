namespace HiveGen.Targets.Conformance;

/// <summary>The simple model, which most facts use.</summary>
[HiveModel(Sync = "notes")]
public sealed partial class Note
{
    public required string Title { get; set; }

    public string? Body { get; set; }

    public string State { get; set; } = "open";

    public int Rank { get; set; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; set; }
}
