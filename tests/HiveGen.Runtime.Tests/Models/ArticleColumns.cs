namespace HiveGen.Tests.Models;

public sealed class ArticleColumns() : ModelColumns<Article>(16)
{
    public static ArticleColumns Instance { get; } = new();

    public TextColumn<Article> Id => GetText(0);

    public LinkColumn<Article, Person, string> Author => GetLink<Person, string>(1, static r => SqlValue.From(r.Author.Id));

    public LinkColumn<Article, Person, string?> Editor => GetLink<Person, string?>(2, static r => SqlValue.From(r.Editor?.Id));

    public TextColumn<Article> Title => GetText(3);

    public TextColumn<Article> Body => GetText(4);

    public NumberColumn<Article, int> Views => GetInt32(5);

    public NumberColumn<Article, int?> Rank => GetInt32OrNull(6);

    public NumberColumn<Article, long> Big => GetInt64(7);

    public NumberColumn<Article, double?> Score => GetDoubleOrNull(8);

    public NumberColumn<Article, decimal?> Price => GetDecimalOrNull(9, 2);

    public BoolColumn<Article> Live => GetBool(10);

    public OrderedColumn<Article, DateOnly?> Day => GetDateOnlyOrNull(11);

    public EqualColumn<Article, byte[]?> Data => GetBlobOrNull(12);

    public EqualColumn<Article, Guid?> Tag => GetGuidOrNull(13);

    public OrderedColumn<Article, DateTimeOffset> CreatedAt => GetDateTimeOffset(14);

    public OrderedColumn<Article, DateTimeOffset> UpdatedAt => GetDateTimeOffset(15);
}
