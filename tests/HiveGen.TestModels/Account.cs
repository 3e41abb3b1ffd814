using System.ComponentModel.DataAnnotations;

namespace HiveGen.TestModels;

[HiveModel(Sync = "users")]
public sealed partial class Account
{
    [Unique, EmailAddress]
    public required string Email { get; set; }

    public string? Name { get; set; }

    [Unique]
    public string? Handle { get; set; }

    public bool EmailVerified { get; set; }

    public string SubscriptionPlan { get; set; } = "free";

    [LocalOnly]
    public string? PasswordHash { get; set; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; set; }

    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; set; }
}
