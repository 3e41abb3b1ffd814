using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>
/// <c>using</c>: named parts of a query. What the models define is put in its place, as a C# method would be inlined; what the original defines for
/// every link (the linked record, the records that link here) becomes the join it stands for.
/// </summary>
internal static class Presets
{
    public static JsonObject Expand(ModelSet models, ModelSpec model, JsonNode? instructions)
    {
        JsonObject expanded = instructions?.DeepClone() as JsonObject ?? [];
        JsonNode? names = expanded["using"];
        expanded.Remove("using");
        IEnumerable<(string, JsonNode?)> used = names switch
        {
            JsonArray list => list.Select(static name => (name!.GetValue<string>(), (JsonNode?)null)),
            JsonObject arguments => arguments.Select(static pair => (pair.Key, pair.Value)),
            _ => [],
        };
        foreach ((string name, JsonNode? argument) in used.ToArray())
        {
            JsonObject added = model.Presets[name] is { } preset ? With(preset["instructions"], argument).AsObject() : Automatic(models, model, name);
            Merge(expanded, added);
        }

        return expanded;
    }

    private static JsonObject Automatic(ModelSet models, ModelSpec model, string name)
    {
        if (model.Own.FirstOrDefault(field => field.Slug == name && field.IsLink) is { } link)
        {
            return link.Many
                ? Join(name, models.Between(model, link).Plural, "source", "id", new JsonObject { ["including"] = Query(models[link.Target!].Slug, "id", "target"), ["selecting"] = new JsonArray("**", "!source", "!target") })
                : Join(name, models[link.Target!].Slug, "id", name, []);
        }

        ModelSpec child = models[name];
        return Join(name, child.Plural, child.Own.First(field => field.IsLink && field.Target == model.Slug).Slug, "id", []);
    }

    private static JsonObject Join(string name, string model, string field, string parent, JsonObject rest)
        => new() { ["including"] = new JsonObject { [name] = Query(model, field, parent, rest) } };

    private static JsonObject Query(string model, string field, string parent, JsonObject? rest = null)
    {
        JsonObject instructions = rest ?? [];
        instructions["with"] = new JsonObject { [field] = new JsonObject { ["__RONIN_EXPRESSION"] = "__RONIN_FIELD_PARENT_" + parent } };
        return new() { ["__RONIN_QUERY"] = new JsonObject { ["get"] = new JsonObject { [model] = instructions } } };
    }

    private static JsonNode With(JsonNode? node, JsonNode? argument) => node switch
    {
        JsonObject given => new JsonObject(given.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value is null ? null : With(pair.Value, argument)))),
        JsonArray list => new JsonArray([.. list.Select(one => With(one, argument))]),
        _ when node.IsText() && node!.GetValue<string>() == "__RONIN_VALUE" => argument!.DeepClone(),
        _ => node!.DeepClone(),
    };

    private static void Merge(JsonObject into, JsonObject added)
    {
        foreach ((string key, JsonNode? value) in added)
        {
            if (into[key] is JsonObject both && value is JsonObject more)
            {
                Merge(both, more);
            }
            else
            {
                into[key] = value?.DeepClone();
            }
        }
    }
}
