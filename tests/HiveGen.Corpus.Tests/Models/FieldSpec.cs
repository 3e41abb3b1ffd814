using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>A field of a recorded model.</summary>
/// <param name="Slug">The name; dots nest.</param>
/// <param name="Type">string, number, boolean, date, json, blob or link.</param>
internal sealed record FieldSpec(string Slug, string Type)
{
    public bool Required { get; init; }

    public bool Unique { get; init; }

    public JsonNode? Default { get; init; }

    /// <summary>The model a link leads to.</summary>
    public string? Target { get; init; }

    /// <summary>A link to many, which is a table of its own.</summary>
    public bool Many { get; init; }

    public string? OnDelete { get; init; }

    /// <summary>Whether it is for hooks only, and no column.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>The names it had before.</summary>
    public IReadOnlyList<string> Former { get; init; } = [];

    public string Property => Names.Pascal(Slug);

    public bool IsJson => Type is "json" or "blob";

    public bool IsLink => Type == "link";

    /// <summary>The times that every record has and that the Hive keeps.</summary>
    public bool IsTime => Slug is "ronin.createdAt" or "ronin.updatedAt";

    public bool Nullable => !Required && Slug != "id" && !IsTime;

    public static FieldSpec Read(string slug, JsonNode? given)
    {
        string? type = given.TextOrNull("type");
        return new FieldSpec(slug, type ?? "string")
        {
            Required = given.Flag("required"),
            Unique = given.Flag("unique"),
            Default = given!["defaultValue"]?.DeepClone(),
            Target = given.TextOrNull("target"),
            Many = given.TextOrNull("kind") == "many",
            OnDelete = given["actions"].TextOrNull("onDelete"),
        };
    }
}
