using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>The models of a case: those that were given, and one for each link to many.</summary>
internal sealed class ModelSet
{
    public ModelSet(IEnumerable<ModelSpec> given)
    {
        Given = [.. given];
        All = [.. Given, .. Given.SelectMany(static model => model.Own.Where(static field => field.Many).Select(field => Link(model, field)))];
    }

    public IReadOnlyList<ModelSpec> Given { get; }

    public IReadOnlyList<ModelSpec> All { get; }

    /// <summary>The model of a singular or plural name.</summary>
    public ModelSpec this[string name] => All.FirstOrDefault(model => model.Slug == name || model.Plural == name) ?? throw new InvalidOperationException($"The recording has no model '{name}'.");

    public static ModelSet Read(JsonNode? models) => new(models!.AsArray().Select(ModelSpec.Read));

    /// <summary>The model between the two sides of a link to many: HiveGen's users write it themselves.</summary>
    public ModelSpec Between(ModelSpec model, FieldSpec field) => this[LinkSlug(model, field.Slug)];

    public static string LinkTable(string model, string field) => "ronin_link_" + Names.Snake(model) + "_" + Names.Snake(field);

    private static string LinkSlug(ModelSpec model, string field) => "roninLink" + Names.Pascal(model.Slug) + Names.Pascal(field);

    private static ModelSpec Link(ModelSpec model, FieldSpec field) => new(LinkSlug(model, field.Slug))
    {
        Plural = LinkSlug(model, field.Slug) + "s",
        Table = LinkTable(model.Slug, field.Slug),
        Prefix = "ron",
        Own =
        [
            new FieldSpec("source", "link") { Target = model.Slug, OnDelete = "CASCADE" },
            new FieldSpec("target", "link") { Target = field.Target, OnDelete = "CASCADE" },
        ],
        Former =
        [
            .. field.Former.Select(name => LinkTable(model.Slug, name)),
            .. model.FormerSlugs.Select(slug => LinkTable(slug, field.Slug)),
        ],
    };
}
