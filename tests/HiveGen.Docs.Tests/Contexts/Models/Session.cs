namespace Shop;

[HiveModel]
public sealed partial class Session
{
    [Link(OnDelete = LinkAction.Cascade)] public required Link<Account> Account { get; set; }
    [Unique] public required string TokenHash { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
}
