using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>Queries that change models: each change is the next version of the classes, which the file is opened with.</summary>
internal static class ModelCases
{
    public static async Task<Outcome> RunAsync(JsonNode recorded)
    {
        try
        {
            JsonNode start = RecordedCases.All["fixtures"]![recorded.Text("fixture")]!;
            List<(ModelSet Models, List<JsonNode?> Queries)> versions = [(ModelSet.Read(start["models"]), [.. start.Array("seed")])];
            foreach (JsonNode? query in recorded.Array("queries"))
            {
                if (QueryShape.Of(query).Type is "create" or "alter" or "drop")
                {
                    versions.Add((ModelChange.Apply(versions[^1].Models, query), []));
                }
                else
                {
                    versions[^1].Queries.Add(query);
                }
            }

            using ModelVersions file = new();
            foreach ((ModelSet models, List<JsonNode?> queries) in versions)
            {
                await file.OpenAsync(models, queries);
            }

            return new Outcome(recorded.Text("id"), await file.DifferenceAsync(recorded["expect"]!), null);
        }
        catch (OtherwiseException reason)
        {
            return new Outcome(recorded.Text("id"), null, reason.Message);
        }
    }
}
