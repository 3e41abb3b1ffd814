using System.ComponentModel.DataAnnotations;

namespace HiveGen.TrimProof;

[HiveModel(Sync = "notes")]
public sealed partial class Note
{
    [Unique, StringLength(80, MinimumLength = 1)] public required string Title { get; set; }

    public Mood Mood { get; set; } = Mood.Calm;

    [Scale(2)] public decimal? Price { get; set; }

    public DateOnly? Due { get; set; }

    [LocalOnly] public string? Secret { get; set; }

    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }

    [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }
}
