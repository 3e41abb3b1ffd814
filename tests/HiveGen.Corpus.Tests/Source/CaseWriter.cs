using System.Text;
using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>Recorded queries as methods: <c>static async Task&lt;JsonArray&gt; Name(Hive hive)</c>.</summary>
internal static class CaseWriter
{
    public static string Method(string name, ModelSet models, IEnumerable<JsonNode?> queries)
    {
        Body body = new(models);
        body.Line("JsonArray results = [];");
        foreach (JsonNode? query in queries)
        {
            body.Line($"results.Add({Query(body, query)});");
        }

        return Method(name, body);
    }

    /// <summary>The method of a body that fills <c>results</c>.</summary>
    public static string Method(string name, Body body)
        => $"    public static async Task<JsonArray> {name}(Hive hive)\n    {{\n{body}        await Task.CompletedTask;\n        return results;\n    }}\n";

    public static string Class(IEnumerable<string> methods)
        => new StringBuilder("using System.Linq;\nusing System.Text.Json.Nodes;\nusing HiveGen.Corpus;\nusing Tests.App;\nnamespace App;\n\npublic static class Cases\n{\n").AppendJoin('\n', methods).Append("}\n").ToString();

    public static string Query(Body body, JsonNode? query)
    {
        (string type, string name, JsonNode? instructions) = QueryShape.Of(query);
        if (type == "list")
        {
            throw new OtherwiseException("otherwise: models are classes, no records of the database: what describes them is C#");
        }

        if (name == "all")
        {
            return All(body, type, instructions);
        }

        ModelSpec model = body.Models[name];
        bool plural = name == model.Plural;
        return type switch
        {
            "get" => new GetWriter(body).Get(model, plural, instructions),
            "count" => new GetWriter(body).Count(model, instructions),
            "add" => new ChangeQueryWriter(body).Add(model, plural, instructions),
            "set" => new ChangeQueryWriter(body).Set(model, plural, instructions),
            "remove" => new ChangeQueryWriter(body).Remove(model, plural, instructions),
            _ => throw new InvalidOperationException($"The recording has a query that is not known: {type}"),
        };
    }

    // A query of all models is one of each.
    private static string All(Body body, string type, JsonNode? instructions)
    {
        JsonObject rest = instructions?.DeepClone() as JsonObject ?? [];
        rest.Remove("on");
        List<string> results = [];
        foreach (ModelSpec model in body.Models.Given)
        {
            JsonObject own = rest.DeepClone().AsObject();
            foreach ((string key, JsonNode? value) in (instructions?["on"] as JsonObject).Object(model.Plural))
            {
                own[key] = value?.DeepClone();
            }

            results.Add($"[\"{model.Plural}\"] = {(type == "get" ? new GetWriter(body).Get(model, true, own) : new GetWriter(body).Count(model, own))}");
        }

        return $"new JsonObject {{ [\"models\"] = new JsonObject {{ {string.Join(", ", results)} }} }}";
    }
}
