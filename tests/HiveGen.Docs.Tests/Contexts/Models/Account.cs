namespace Shop;

[HiveModel(Sync = "users")]
public sealed partial class Account
{
    [Unique, EmailAddress, StringLength(254)] public required string Email { get; set; }
    [StringLength(100)] public string? Name { get; set; }
    [Unique, StringLength(30)] public string? Handle { get; set; }
    public string SubscriptionPlan { get; set; } = "free";
    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }
    [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }
}
