namespace HiveGen.TestModels;

[HiveModel(Sync = "memberships")]
[Unique(nameof(Account), nameof(Team))]
[Check("role <> ''")]
public sealed partial class Membership
{
    public required Link<Account> Account { get; set; }

    public required string Team { get; set; }

    public string Role { get; set; } = "member";

    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; set; }
}
