namespace HiveGen.TestModels;

[HiveModel(Sync = "comments")]
public sealed partial class Comment
{
    [Link(OnDelete = LinkAction.Cascade)]
    public required Link<Post> Post { get; set; }

    [Link(OnDelete = LinkAction.SetNull)]
    public Link<Account>? Author { get; set; }

    public required string Text { get; set; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; set; }
}
