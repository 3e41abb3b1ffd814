using System.ComponentModel.DataAnnotations;
using HiveGen;

namespace Blog.Models;

/// <summary>What somebody says below a post.</summary>
[HiveModel(Sync = "comments")]
public sealed partial class Comment
{
    [Link(OnDelete = LinkAction.Cascade)] public required Link<Post> Post { get; set; }

    [Link(OnDelete = LinkAction.Cascade)] public required Link<Account> Account { get; set; }

    [StringLength(2000, MinimumLength = 1)] public required string Text { get; set; }

    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }
}
