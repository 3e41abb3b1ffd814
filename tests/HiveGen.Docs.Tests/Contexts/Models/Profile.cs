namespace Shop;

[HiveModel]
public sealed partial class Profile
{
    [Unique, Link(OnDelete = LinkAction.Cascade)] public required Link<Account> Account { get; set; }
}
