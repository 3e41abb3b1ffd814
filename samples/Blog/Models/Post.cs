using System.ComponentModel.DataAnnotations;
using HiveGen;

namespace Blog.Models;

/// <summary>An article.</summary>
[HiveModel(Sync = "posts")]
[Index(nameof(Account), nameof(CreatedAt))]
public sealed partial class Post
{
    [Link(OnDelete = LinkAction.Cascade)] public required Link<Account> Account { get; set; }

    [StringLength(200, MinimumLength = 1)] public required string Title { get; set; }

    [StringLength(50_000)] public string Content { get; set; } = "";

    public bool Published { get; set; }

    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }

    [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }
}
