namespace HiveGen.Tests.Models;

public sealed class ArticleChanges : Changes<Article>
{
    public Assign<string> Author { get; set; }

    public Assign<string?> Editor { get; set; }

    public Assign<string> Title { get; set; }

    public Assign<string?> Body { get; set; }

    public Assign<int> Views { get; set; }

    public Assign<int?> Rank { get; set; }

    public Assign<long> Big { get; set; }

    public Assign<double?> Score { get; set; }

    public Assign<decimal?> Price { get; set; }

    public Assign<bool> Live { get; set; }

    public Assign<DateOnly?> Day { get; set; }

    public Assign<byte[]?> Data { get; set; }

    public Assign<Guid?> Tag { get; set; }

    public Assign<DateTimeOffset> CreatedAt { get; set; }

    public Assign<DateTimeOffset> UpdatedAt { get; set; }

    public override void WriteTo(ChangeWriter writer)
    {
        writer.Put(1, Author, Codecs.RequiredText);
        writer.Put(2, Editor, Codecs.Text);
        writer.Put(3, Title, Codecs.RequiredText);
        writer.Put(4, Body, Codecs.Text);
        writer.Put(5, Views, Codecs.Int32);
        writer.Put(6, Rank, Codecs.Nullable(Codecs.Int32));
        writer.Put(7, Big, Codecs.Int64);
        writer.Put(8, Score, Codecs.Nullable(Codecs.Double));
        writer.Put(9, Price, Codecs.Nullable(Codecs.Decimal(2)));
        writer.Put(10, Live, Codecs.Bool);
        writer.Put(11, Day, Codecs.Nullable(Codecs.DateOnly));
        writer.Put(12, Data, Codecs.Blob);
        writer.Put(13, Tag, Codecs.Nullable(Codecs.Guid));
        writer.Put(14, CreatedAt, Codecs.DateTimeOffset);
        writer.Put(15, UpdatedAt, Codecs.DateTimeOffset);
    }

    public override void Validate(ref Violations violations)
    {
        if (Title is { IsSet: true, IsExpression: false })
        {
            ArticleModel.CheckTitle(ref violations, Title.Value);
        }
    }

    public override Changes<Article> Clone() => (ArticleChanges)MemberwiseClone();
}
