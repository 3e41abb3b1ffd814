using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>A query under <c>including</c>: which records come along, and by which of their fields they belong to one of ours.</summary>
/// <param name="Name">Where they are put; null where their fields become ours.</param>
/// <param name="Model">Their model.</param>
/// <param name="Plural">Whether all of them are wanted.</param>
/// <param name="Instructions">The query without what binds it to ours.</param>
/// <param name="Field">The field by which they belong; null where all records come along with each of ours.</param>
/// <param name="Parent">Our field that it equals.</param>
internal sealed record JoinSpec(string? Name, ModelSpec Model, bool Plural, JsonObject Instructions, FieldSpec? Field, FieldSpec? Parent)
{
    private const string ParentPrefix = "__RONIN_FIELD_PARENT_";

    public static JoinSpec Read(ModelSet models, ModelSpec parent, string? name, JsonNode? query)
    {
        (ModelSpec model, bool plural, JsonNode? given) = QueryShape.Get(models, query);
        JsonObject instructions = Presets.Expand(models, model, given);
        FieldSpec? field = null, ours = null;
        if (instructions["with"] is JsonObject with)
        {
            foreach ((string slug, JsonNode? condition) in with.ToArray())
            {
                if (condition is JsonObject && condition.TextOrNull("__RONIN_EXPRESSION") is { } expression && expression.StartsWith(ParentPrefix, StringComparison.Ordinal))
                {
                    (field, ours) = field is null ? (model.Find(slug), parent.Find(expression[ParentPrefix.Length..])) : throw new OtherwiseException("lacks: a join over several fields");
                    with.Remove(slug);
                }
            }
        }

        return new JoinSpec(name, model, plural, instructions, field, ours);
    }
}
