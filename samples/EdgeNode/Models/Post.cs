using System.ComponentModel.DataAnnotations;
using HiveGen;

namespace EdgeNode.Models;

/// <summary>An article written here.</summary>
[HiveModel(Sync = "posts")]
public sealed partial class Post
{
    [Link(OnDelete = LinkAction.Cascade)] public required Link<Account> Account { get; set; }

    [StringLength(200, MinimumLength = 1)] public required string Title { get; set; }

    [StringLength(50_000)] public string Content { get; set; } = "";

    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }
}
