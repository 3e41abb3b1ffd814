using System.Text.Json.Nodes;
using HiveGen.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Corpus;

/// <summary>Level L5: scenarios of triggers as classes of hooks. What the original does wrong is not among them.</summary>
internal static class HookCases
{
    public static int Count => RecordedCases.All["triggers"].Array("scenarios").Count;

    public static IEnumerable<JsonNode?> Sound => RecordedCases.All["triggers"].Array("scenarios").Where(static scenario => scenario!["upstreamBug"] is null);

    public static async Task<Outcome> RunAsync(JsonNode scenario)
    {
        ModelSet models = new(ModelSet.Read(RecordedCases.All["triggers"]!["models"]).Given.Select(model => WithEphemeral(model, scenario)));
        try
        {
            CompiledApp app = AppCompiler.Compile(
                ClassWriter.Write(models),
                new HooksWriter(models).Write(scenario.Object("triggers")),
                CaseWriter.Class([CaseWriter.Method("Seed", models, scenario.Array("seed")), ScenarioWriter.Method("Queries", models, scenario.Array("queries"))]));
            return new Outcome(scenario.Text("id"), await RunAsync(app, models, scenario), null);
        }
        catch (OtherwiseException reason)
        {
            return new Outcome(scenario.Text("id"), null, reason.Message);
        }
    }

    // A field that a query gives and the model does not have is for hooks only.
    private static ModelSpec WithEphemeral(ModelSpec model, JsonNode scenario)
    {
        IEnumerable<string> given = scenario.Array("queries").Select(QueryShape.Of).Where(query => query.Type == "add" && query.Name == model.Slug).SelectMany(static query => query.Instructions.Object("with").Select(static pair => pair.Key));
        return model with { Own = [.. model.Own, .. given.Where(slug => model.Find(slug) is null).Distinct().Select(static slug => new FieldSpec(slug, "string") { Ephemeral = true })] };
    }

    private static async Task<string?> RunAsync(CompiledApp app, ModelSet models, JsonNode scenario)
    {
        using TestFolder folder = new();
        string path = folder.File("hive.db");
        HookTrace trace = new();
        ServiceCollection services = new();
        services.AddSingleton(trace);
        app.Schema.Hooks.ToList().ForEach(registration => services.AddScoped(registration.HooksType));
        await using ServiceProvider provider = services.BuildServiceProvider();
        await FillAsync(app, path, provider, scenario);
        int seeded = trace.Calls.Count;

        JsonObject found = [];
        await using (HiveDatabase hive = app.Open(Options(path, provider)))
        {
            try
            {
                found["results"] = await app.RunAsync(hive, "Queries");
            }
            catch (AppError error)
            {
                found["error"] = new JsonObject { ["name"] = error.Name, ["code"] = error.Code };
            }
        } // closing waits for what follows the commit

        JsonObject expected = scenario.Object("expect");
        return (expected["results"] is { } results ? Matcher.Difference(results, found["results"], "results") : Error(expected.Object("error"), found.Object("error")))
            ?? Matcher.Difference(expected["trace"], new JsonArray([.. trace.Calls.Skip(seeded).Select(static call => call!.DeepClone())]), "trace")
            ?? Tables.Difference(expected.Object("tablesAfter"), path, models);
    }

    private static async Task FillAsync(CompiledApp app, string path, ServiceProvider services, JsonNode scenario)
    {
        await using HiveDatabase hive = app.Open(Options(path, services));
        if (scenario.Array("seed").Count > 0)
        {
            await app.RunAsync(hive, "Seed");
        }
    }

    private static HiveOptions Options(string path, IServiceProvider services) => new() { Path = path, Services = services, Synchronous = HiveSynchronous.Normal };

    private static string? Error(JsonObject expected, JsonObject found)
        => expected.TextOrNull("name") == found.TextOrNull("name") && expected.TextOrNull("code") == found.TextOrNull("code") ? null : $"error: {expected.ToJsonString()} was expected, and {found.ToJsonString()} is there";
}
