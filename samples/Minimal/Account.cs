using System.ComponentModel.DataAnnotations;
using HiveGen;

namespace Minimal;

[HiveModel(Sync = "users")]                          // without Sync it never leaves the Hive
public sealed partial class Account
{
    [Unique, EmailAddress] public required string Email { get; set; }
    public string? Name { get; set; }
    public string SubscriptionPlan { get; set; } = "free";
    [LocalOnly] public string? PasswordHash { get; set; }
    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }
    [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }
}
