namespace HiveGen.Tests.Models;

/// <summary>A model with a property of every kind, written out as the generator would.</summary>
public sealed partial class Article : IHiveRecord<Article>
{
    public string Id { get; set; } = "";

    public required Link<Person> Author { get; set; }

    public Link<Person>? Editor { get; set; }

    public required string Title { get; set; }

    public string? Body { get; set; }

    public int Views { get; set; }

    public int? Rank { get; set; }

    public long Big { get; set; }

    public double? Score { get; set; }

    public decimal? Price { get; set; }

    public bool Live { get; set; }

    public DateOnly? Day { get; set; }

    public byte[]? Data { get; set; }

    public Guid? Tag { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    static HiveModel<Article> IHiveRecord<Article>.Model => ArticleModel.Instance;
}
