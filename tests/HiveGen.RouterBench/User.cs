using System.ComponentModel.DataAnnotations;

namespace HiveGen.RouterBench;

/// <summary>The record of the request that is measured, with its rules.</summary>
[HiveModel(Sync = "users")]
public sealed partial class User
{
    [EmailAddress]
    public required string Email { get; set; }

    [StringLength(100)]
    public string? Name { get; set; }

    [StringLength(50, MinimumLength = 2)]
    public string? Handle { get; set; }

    public bool EmailVerified { get; set; }

    public string SubscriptionPlan { get; set; } = "free";

    public string SubscriptionStatus { get; set; } = "none";

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; set; }
}
