using HiveGen;

namespace Blog.Models;

/// <summary>A login. Never leaves the Hive, and holds the token's hash only: who reads the file cannot log in with it.</summary>
[HiveModel]
public sealed partial class Session
{
    [Link(OnDelete = LinkAction.Cascade)] public required Link<Account> Account { get; set; }

    [Unique] public required string TokenHash { get; set; }

    [Index] public DateTimeOffset ExpiresAt { get; set; }

    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }
}
