namespace Shop;

[HiveModel(Sync = "posts")]
public sealed partial class Post
{
    [Link(OnDelete = LinkAction.Cascade)] public required Link<Account> Account { get; set; }
    public required string Title { get; set; }
    public string Content { get; set; } = "";
    public bool Published { get; set; }
    public int Views { get; set; }
    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }
}
