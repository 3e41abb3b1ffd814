using System.Text.Json.Nodes;
using HiveGen.Tests;

namespace HiveGen.Corpus;

/// <summary>Levels L1 and L2: the queries that leave the models as they are. One compilation a fixture, one file a case.</summary>
internal static class QueryCases
{
    public static bool IsQuery(JsonNode recorded) => !recorded.Array("queries").Any(static query => QueryShape.Of(query).Type is "create" or "alter" or "drop");

    public static async Task<IReadOnlyList<Outcome>> RunAsync(string fixture, IReadOnlyList<JsonNode> cases)
    {
        JsonNode start = RecordedCases.All["fixtures"]![fixture]!;
        ModelSet models = ModelSet.Read(start["models"]);
        List<Outcome> outcomes = [];
        List<string> methods = [CaseWriter.Method("Seed", models, start.Array("seed"))];
        Dictionary<JsonNode, string> written = [];
        foreach (JsonNode recorded in cases)
        {
            try
            {
                string name = $"Case{written.Count}";
                methods.Add(models.All.Count > 0 ? CaseWriter.Method(name, models, recorded.Array("queries")) : throw new OtherwiseException("otherwise: an app without a model has no database class to ask"));
                written.Add(recorded, name);
            }
            catch (OtherwiseException reason)
            {
                outcomes.Add(new Outcome(recorded.Text("id"), null, reason.Message));
            }
        }

        if (written.Count > 0)
        {
            CompiledApp app = AppCompiler.Compile(ClassWriter.Write(models), CaseWriter.Class(methods));
            foreach ((JsonNode recorded, string name) in written)
            {
                outcomes.Add(new Outcome(recorded.Text("id"), await RunAsync(app, models, recorded, name), null));
            }
        }

        return outcomes;
    }

    private static async Task<string?> RunAsync(CompiledApp app, ModelSet models, JsonNode recorded, string method)
    {
        using TestFolder folder = new();
        string path = folder.File("hive.db");
        JsonArray results;
        await using (HiveDatabase hive = app.Open(new HiveOptions { Path = path, Synchronous = HiveSynchronous.Normal }))
        {
            if (recorded.Flag("prefilled"))
            {
                await app.RunAsync(hive, "Seed");
            }

            results = await app.RunAsync(hive, method);
        }

        JsonNode expected = recorded["expect"]!;
        return (expected["results"] is { } wanted ? Matcher.Difference(WithoutTypes(wanted), results, "results") : null)
            ?? (expected["tablesAfter"] is JsonObject tables ? Tables.Difference(tables, path, models) : null);
    }

    // The types of the fields, which the original's client needs to make dates of texts: here C# has them.
    private static JsonNode WithoutTypes(JsonNode results)
    {
        JsonNode copy = results.DeepClone();
        foreach (JsonNode? result in copy.AsArray())
        {
            foreach (JsonObject one in result.Object("models").Select(static model => model.Value!.AsObject()).Append(result!.AsObject()))
            {
                one.Remove("modelFields");
            }
        }

        return copy;
    }
}
