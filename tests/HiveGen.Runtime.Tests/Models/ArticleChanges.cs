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
        writer.Text(1, Author);
        writer.TextOrNull(2, Editor);
        writer.Text(3, Title);
        writer.TextOrNull(4, Body);
        writer.Int32(5, Views);
        writer.Int32OrNull(6, Rank);
        writer.Int64(7, Big);
        writer.DoubleOrNull(8, Score);
        writer.DecimalOrNull(9, Price, 2);
        writer.Bool(10, Live);
        writer.DateOnlyOrNull(11, Day);
        writer.BlobOrNull(12, Data);
        writer.GuidOrNull(13, Tag);
        writer.DateTimeOffset(14, CreatedAt);
        writer.DateTimeOffset(15, UpdatedAt);
    }
}
