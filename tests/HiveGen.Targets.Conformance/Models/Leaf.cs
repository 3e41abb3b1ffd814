namespace HiveGen.Targets.Conformance;

/// <summary>A child: its parents go first.</summary>
[HiveModel(Plural = "Leaves", Sync = "leaves")]
public sealed partial class Leaf
{
    [Link(OnDelete = LinkAction.Cascade)]
    public required Link<Note> Note { get; set; }

    [Link(OnDelete = LinkAction.Cascade)]
    public Link<Leaf>? Above { get; set; }

    public string? Text { get; set; }
}
