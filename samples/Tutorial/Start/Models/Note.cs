using System.ComponentModel.DataAnnotations;
using HiveGen;

namespace Notes;

[HiveModel(Sync = "notes")]
public sealed partial class Note
{
    [Link(OnDelete = LinkAction.Cascade)] public required Link<Author> Author { get; set; }
    [StringLength(200, MinimumLength = 1)] public required string Title { get; set; }
    public string Text { get; set; } = "";
    public string? Color { get; set; }
    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }
    [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }
}
