namespace HiveGen.Tests.Models;

public sealed class ArticleColumns : ModelColumns<Article>
{
    public static ArticleColumns Instance { get; } = new();

    public TextColumn<Article> Id { get; } = GetText(0);

    public LinkColumn<Article, Person, string> Author { get; } = GetLink<Person, string>(1);

    public LinkColumn<Article, Person, string?> Editor { get; } = GetLink<Person, string?>(2);

    public TextColumn<Article> Title { get; } = GetText(3);

    public TextColumn<Article> Body { get; } = GetText(4);

    public NumberColumn<Article, int> Views { get; } = GetInt32(5);

    public NumberColumn<Article, int?> Rank { get; } = GetInt32OrNull(6);

    public NumberColumn<Article, long> Big { get; } = GetInt64(7);

    public NumberColumn<Article, double?> Score { get; } = GetDoubleOrNull(8);

    public NumberColumn<Article, decimal?> Price { get; } = GetDecimalOrNull(9, 2);

    public BoolColumn<Article> Live { get; } = GetBool(10);

    public OrderedColumn<Article, DateOnly?> Day { get; } = GetDateOnlyOrNull(11);

    public EqualColumn<Article, byte[]?> Data { get; } = GetBlobOrNull(12);

    public EqualColumn<Article, Guid?> Tag { get; } = GetGuidOrNull(13);

    public OrderedColumn<Article, DateTimeOffset> CreatedAt { get; } = GetDateTimeOffset(14);

    public OrderedColumn<Article, DateTimeOffset> UpdatedAt { get; } = GetDateTimeOffset(15);
}
