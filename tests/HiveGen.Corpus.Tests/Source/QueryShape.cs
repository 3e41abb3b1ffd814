using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>What a recorded query is made of: its type, its model, whether it means one record or all, its instructions.</summary>
internal static class QueryShape
{
    public static (string Type, string Name, JsonNode? Instructions) Of(JsonNode? query)
    {
        (string type, JsonNode? body) = query!.AsObject().Single();
        (string name, JsonNode? instructions) = body!.AsObject().First();
        return (type, name, instructions);
    }

    /// <summary>A query inside another: it is always a get.</summary>
    public static (ModelSpec Model, bool Plural, JsonNode? Instructions) Get(ModelSet models, JsonNode? query)
    {
        (string type, string name, JsonNode? instructions) = Of(query);
        ModelSpec model = models[name];
        return type == "get" ? (model, name == model.Plural, instructions) : throw new OtherwiseException($"lacks: a {type} inside another query");
    }
}
