namespace HiveGen.TestModels;

[HiveModel]
public sealed partial class Session
{
    [Link(OnDelete = LinkAction.Cascade)]
    public required Link<Account> Account { get; set; }

    [Unique]
    public required string Token { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
