using System.ComponentModel.DataAnnotations;
using HiveGen;

namespace Blog.Models;

/// <summary>A person who writes. Leaves the Hive as <c>users</c>, without the password.</summary>
[HiveModel(Sync = "users")]
public sealed partial class Account
{
    [Unique, EmailAddress, StringLength(254)] public required string Email { get; set; }

    [StringLength(100)] public string? Name { get; set; }

    [Unique, StringLength(30)] public string? Handle { get; set; }

    public bool EmailVerified { get; set; }

    public string SubscriptionPlan { get; set; } = "free";

    public string SubscriptionStatus { get; set; } = "none";

    [LocalOnly] public string? PasswordHash { get; set; }

    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }

    [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }
}
