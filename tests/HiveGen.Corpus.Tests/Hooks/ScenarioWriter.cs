using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>The queries of a scenario, which are one transaction, and the original's plain results of them.</summary>
internal static class ScenarioWriter
{
    public static string Method(string name, ModelSet models, JsonArray queries)
    {
        Body body = new(models);
        body.Line("JsonArray results = [];");
        if (queries.Count(static query => QueryShape.Of(query).Type is "add" or "set" or "remove") > 1)
        {
            HooksWriter writer = new(models);
            body.Line("await hive.BatchAsync(batch =>");
            body.Line("{");
            foreach (JsonNode? query in queries)
            {
                body.Line("    " + writer.Operation(query).Replace("e.Batch.", "batch.", StringComparison.Ordinal));
            }

            body.Line("});");
        }
        else
        {
            foreach (JsonNode? query in queries)
            {
                body.Line($"results.Add(Support.Plain({CaseWriter.Query(body, query)}));");
            }
        }

        return CaseWriter.Method(name, body);
    }
}
