namespace HiveGen.Tests.Models;

public sealed class ArticleColumns
{
    public static ArticleColumns Instance { get; } = new();

    public TextColumn<Article> Id { get; } = new("id");

    public LinkColumn<Article, Person, string> Author { get; } = new("author", Codecs.RequiredText, static r => SqlValue.From(r.Author.Id));

    public LinkColumn<Article, Person, string?> Editor { get; } = new("editor", Codecs.Text, static r => SqlValue.From(r.Editor?.Id));

    public TextColumn<Article> Title { get; } = new("title");

    public TextColumn<Article> Body { get; } = new("body");

    public NumberColumn<Article, int> Views { get; } = new("views", Codecs.Int32);

    public NumberColumn<Article, int?> Rank { get; } = new("rank", Codecs.Nullable(Codecs.Int32));

    public NumberColumn<Article, long> Big { get; } = new("big", Codecs.Int64);

    public NumberColumn<Article, double?> Score { get; } = new("score", Codecs.Nullable(Codecs.Double));

    public NumberColumn<Article, decimal?> Price { get; } = new("price", Codecs.Nullable(Codecs.Decimal(2)));

    public BoolColumn<Article> Live { get; } = new("live");

    public OrderedColumn<Article, DateOnly?> Day { get; } = new("day", Codecs.Nullable(Codecs.DateOnly));

    public EqualColumn<Article, byte[]?> Data { get; } = new("data", Codecs.Blob);

    public EqualColumn<Article, Guid?> Tag { get; } = new("tag", Codecs.Nullable(Codecs.Guid));

    public OrderedColumn<Article, DateTimeOffset> CreatedAt { get; } = new("created_at", Codecs.DateTimeOffset);

    public OrderedColumn<Article, DateTimeOffset> UpdatedAt { get; } = new("updated_at", Codecs.DateTimeOffset);
}
