using System.ComponentModel.DataAnnotations;
using HiveGen;

namespace Golden;

[HiveModel(Sync = "posts")]
public sealed partial class Post
{
    [Link(OnDelete = LinkAction.Cascade)] public required Link<Account> Author { get; set; }
    [StringLength(200, MinimumLength = 1)] public required string Title { get; set; }
    [Index] public PostState State { get; set; } = PostState.Draft;
    public int Views { get; set; }
    [Scale(2)] public decimal? Price { get; set; }
    [LocalOnly] public string? Note { get; set; }
    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }
    [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }
}

public enum PostState { Draft, Published }

[HiveModel(Sync = "users")]
public sealed partial class Account
{
    [Unique, EmailAddress] public required string Email { get; set; }
}
