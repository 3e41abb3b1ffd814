using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Tests.Models;

internal sealed class ArticleModel : HiveModel<Article>
{
    private const string Names = "\"id\", \"author\", \"editor\", \"title\", \"body\", \"views\", \"rank\", \"big\", \"score\", \"price\", \"live\", \"day\", \"data\", \"tag\", \"created_at\", \"updated_at\"";

    public static ArticleModel Instance { get; } = new();

    public override string Name => "Article";

    public override string Table => "articles";

    public override string CreateTable => "CREATE TABLE \"articles\" (\"id\" TEXT NOT NULL PRIMARY KEY, \"author\" TEXT NOT NULL REFERENCES \"people\" (\"id\") ON DELETE CASCADE, \"editor\" TEXT REFERENCES \"people\" (\"id\") ON DELETE SET NULL, \"title\" TEXT NOT NULL, \"body\" TEXT, \"views\" INTEGER NOT NULL, \"rank\" INTEGER, \"big\" INTEGER NOT NULL, \"score\" REAL, \"price\" INTEGER, \"live\" INTEGER NOT NULL, \"day\" TEXT, \"data\" BLOB, \"tag\" TEXT, \"created_at\" INTEGER NOT NULL, \"updated_at\" INTEGER NOT NULL) STRICT";

    public override PreparedSql Insert { get; } = new($"INSERT INTO \"articles\" ({Names}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)");

    public override string Select => $"SELECT {Names} FROM \"articles\" ";

    public override PreparedSql SelectById { get; } = new($"SELECT {Names} FROM \"articles\" WHERE \"id\" = ?1");

    public override PreparedSql DeleteById { get; } = new("DELETE FROM \"articles\" WHERE \"id\" = ?1");

    public override SyncModel? Sync => null;

    public override IReadOnlyList<HiveColumn> Columns { get; } =
    [
        new("id", "Id", SqlKind.Text, false, ColumnRole.Id, true, ""),
        new("author", "Author", SqlKind.Text, false, ColumnRole.Value, true, ""),
        new("editor", "Editor", SqlKind.Text, true, ColumnRole.Value, true, ""),
        new("title", "Title", SqlKind.Text, false, ColumnRole.Value, true, ""),
        new("body", "Body", SqlKind.Text, true, ColumnRole.Value, true, ""),
        new("views", "Views", SqlKind.Integer, false, ColumnRole.Value, true, ""),
        new("rank", "Rank", SqlKind.Integer, true, ColumnRole.Value, true, ""),
        new("big", "Big", SqlKind.Integer, false, ColumnRole.Value, true, ""),
        new("score", "Score", SqlKind.Real, true, ColumnRole.Value, true, ""),
        new("price", "Price", SqlKind.Integer, true, ColumnRole.Value, true, ""),
        new("live", "Live", SqlKind.Integer, false, ColumnRole.Value, true, ""),
        new("day", "Day", SqlKind.Text, true, ColumnRole.Value, true, ""),
        new("data", "Data", SqlKind.Blob, true, ColumnRole.Value, true, ""),
        new("tag", "Tag", SqlKind.Text, true, ColumnRole.Value, true, ""),
        new("created_at", "CreatedAt", SqlKind.Integer, false, ColumnRole.CreatedAt, true, ""),
        new("updated_at", "UpdatedAt", SqlKind.Integer, false, ColumnRole.UpdatedAt, true, ""),
    ];

    public override IReadOnlyList<SchemaObject> Indexes { get; } = [new("articles_title", "CREATE INDEX \"articles_title\" ON \"articles\" (\"title\")")];

    public override IReadOnlyList<SchemaObject> Triggers => [];

    public override IReadOnlyList<ModelLink> Links { get; } = [new("author", "people", LinkAction.Cascade), new("editor", "people", LinkAction.SetNull)];

    public override Article Prepare(Article draft, DateTimeOffset now)
    {
        Violations violations = default;
        CheckTitle(ref violations, draft.Title);
        HiveGen.Check.Range(ref violations, "Rank", draft.Rank, -1000, 1000);
        violations.ThrowIfAny("Article");
        Article copy = Draft(draft);
        copy.CreatedAt = UnixMicros.ReadDateTimeOffset(UnixMicros.Write(draft.CreatedAt == default ? now : draft.CreatedAt));
        copy.UpdatedAt = UnixMicros.ReadDateTimeOffset(UnixMicros.Write(draft.UpdatedAt == default ? now : draft.UpdatedAt));
        return copy;
    }

    public override Article Draft(Article record) => new()
    {
        Id = record.Id.Length == 0 ? Ids.NewText("art") : record.Id,
        Author = record.Author,
        Editor = record.Editor,
        Title = record.Title,
        Body = record.Body,
        Views = record.Views,
        Rank = record.Rank,
        Big = record.Big,
        Score = record.Score,
        Price = record.Price,
        Live = record.Live,
        Day = record.Day,
        Data = record.Data,
        Tag = record.Tag,
        CreatedAt = record.CreatedAt,
        UpdatedAt = record.UpdatedAt,
    };

    public override void Bind(Statement s, int first, Article r)
    {
        s.BindText(first, r.Id);
        s.BindText(first + 1, r.Author.Id);
        s.BindText(first + 2, r.Editor?.Id);
        s.BindText(first + 3, r.Title);
        s.BindText(first + 4, r.Body);
        s.BindInt64(first + 5, r.Views);
        s.Bind(first + 6, Codecs.Nullable(Codecs.Int32).Encode(r.Rank));
        s.BindInt64(first + 7, r.Big);
        s.Bind(first + 8, Codecs.Nullable(Codecs.Double).Encode(r.Score));
        s.Bind(first + 9, Codecs.Nullable(Codecs.Decimal(2)).Encode(r.Price));
        s.BindInt64(first + 10, r.Live ? 1 : 0);
        s.Bind(first + 11, Codecs.Nullable(Codecs.DateOnly).Encode(r.Day));
        s.BindBlob(first + 12, r.Data);
        s.Bind(first + 13, Codecs.Nullable(Codecs.Guid).Encode(r.Tag));
        s.BindInt64(first + 14, UnixMicros.Write(r.CreatedAt));
        s.BindInt64(first + 15, UnixMicros.Write(r.UpdatedAt));
    }

    public override Article Read(Statement row) => new()
    {
        Id = row.Text(0),
        Author = new Link<Person>(row.Text(1)),
        Editor = row.IsNull(2) ? default(Link<Person>?) : new Link<Person>(row.Text(2)),
        Title = row.Text(3),
        Body = row.IsNull(4) ? null : row.Text(4),
        Views = (int)row.Int64(5),
        Rank = row.IsNull(6) ? null : (int)row.Int64(6),
        Big = row.Int64(7),
        Score = row.IsNull(8) ? null : row.Double(8),
        Price = row.IsNull(9) ? null : Scaled.Read(row.Int64(9), 2),
        Live = row.Int64(10) != 0,
        Day = row.IsNull(11) ? null : IsoDate.Read(row.Text(11)),
        Data = row.IsNull(12) ? null : row.Blob(12),
        Tag = row.IsNull(13) ? null : row.Guid(13),
        CreatedAt = UnixMicros.ReadDateTimeOffset(row.Int64(14)),
        UpdatedAt = UnixMicros.ReadDateTimeOffset(row.Int64(15)),
    };

    public override SqlValue KeyOf(Article record, int column) => SqlValue.From(column switch
    {
        1 => record.Author.Id,
        2 => record.Editor?.Id,
        _ => record.Id,
    });

    public override void Check(ref Violations violations, int column, object? value)
    {
        if (Columns[column].Property == "Title")
        {
            CheckTitle(ref violations, (string?)value);
        }
    }

    internal static void CheckTitle(ref Violations violations, string? title)
    {
        HiveGen.Check.Required(ref violations, "Title", title);
        HiveGen.Check.Length(ref violations, "Title", title, 0, 100);
    }
}
