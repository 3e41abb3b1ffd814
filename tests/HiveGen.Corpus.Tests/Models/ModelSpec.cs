using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>A recorded model, with the fields that every model has.</summary>
internal sealed record ModelSpec(string Slug)
{
    private static readonly FieldSpec[] System =
    [
        new("id", "string"), new("ronin.createdAt", "date"), new("ronin.createdBy", "string"), new("ronin.updatedAt", "date"), new("ronin.updatedBy", "string"),
    ];

    public required string Plural { get; init; }

    public required string Table { get; init; }

    public required string Prefix { get; init; }

    /// <summary>The model's own fields.</summary>
    public IReadOnlyList<FieldSpec> Own { get; init; } = [];

    public IReadOnlyList<IndexSpec> Indexes { get; init; } = [];

    public JsonObject Presets { get; init; } = [];

    public JsonObject Identifiers { get; init; } = [];

    /// <summary>The tables it was before.</summary>
    public IReadOnlyList<string> Former { get; init; } = [];

    /// <summary>The names it had before.</summary>
    public IReadOnlyList<string> FormerSlugs { get; init; } = [];

    /// <summary>The fields that are columns, in the order of the table.</summary>
    public IEnumerable<FieldSpec> Fields => System.Concat(Own.Where(static own => !own.Many));

    public string Class => Names.Pascal(Slug) + "Model";

    public string Set => Names.Pascal(Plural);

    public FieldSpec? Find(string slug) => Fields.FirstOrDefault(field => field.Slug == slug);

    public static ModelSpec Read(JsonNode? given)
    {
        string slug = given.Text("slug");
        string plural = given.TextOrNull("pluralSlug") ?? Names.Plural(slug);
        return new ModelSpec(slug)
        {
            Plural = plural,
            Table = Names.Snake(plural),
            Prefix = given.TextOrNull("idPrefix") ?? slug[..Math.Min(3, slug.Length)].ToLowerInvariant(),
            Own = [.. given.Object("fields").Where(static field => !field.Value.Flag("system")).Select(static field => FieldSpec.Read(field.Key, field.Value))],
            Indexes = [.. given.Object("indexes").Select(static index => ReadIndex(index.Value))],
            Presets = given.Object("presets").DeepClone().AsObject(),
            Identifiers = given.Object("identifiers").DeepClone().AsObject(),
        };
    }

    public static IndexSpec ReadIndex(JsonNode? index)
    {
        if (index!["filter"] is not null)
        {
            throw new OtherwiseException("lacks: an index over a part of the records");
        }

        if (index.Array("fields").Any(static field => field!["collation"] is not null || field["order"] is not null))
        {
            throw new OtherwiseException("lacks: an index with a collation or a direction of its own");
        }

        return new IndexSpec(index.Flag("unique"), [.. index.Array("fields").Select(static field => field.Text("slug"))]);
    }
}
