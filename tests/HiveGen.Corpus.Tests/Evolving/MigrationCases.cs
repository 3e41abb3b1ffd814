using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HiveGen.Corpus;

/// <summary>Level L4: a file with the existing models is opened with the defined ones.</summary>
internal static partial class MigrationCases
{
    public static async Task<Outcome> RunAsync(JsonNode recorded)
    {
        ModelSet existing = ModelSet.Read(recorded["existingModels"]);
        using ModelVersions file = new();
        if (existing.All.Count > 0)
        {
            await file.OpenAsync(existing, [.. recorded.Array("setupSql").Select(statement => Row(existing, statement.Text("sql"))).OfType<JsonNode>()]);
        }

        await file.OpenAsync(Defined(recorded, existing));
        return new Outcome(recorded.Text("id"), await file.DifferenceAsync(recorded["expect"]!), null);
    }

    // What the original took for renamed tells its diff; what it fills required fields with, an option of the case.
    private static ModelSet Defined(JsonNode recorded, ModelSet existing)
    {
        string diff = string.Join('\n', recorded["expect"].Array("diff").Select(static line => line!.GetValue<string>()));
        JsonNode? required = recorded.Object("options")["requiredDefault"];
        return new ModelSet(ModelSet.Read(recorded["definedModels"]).Given.Select(model => model with
        {
            Former = [.. ModelRename().Matches(diff).Where(match => match.Groups[2].Value == model.Slug).Select(match => existing[match.Groups[1].Value].Table)],
            Own =
            [
                .. model.Own.Select(own => own with
                {
                    Default = own.Default ?? (own.Required ? required?.DeepClone() : null),
                    Former = [.. FieldRename().Matches(diff).Where(match => match.Groups[1].Value == model.Slug && match.Groups[3].Value == own.Slug).Select(static match => match.Groups[2].Value)],
                }),
            ],
        }));
    }

    // The recording fills tables by SQL; the same row as an add.
    private static JsonObject? Row(ModelSet models, string sql)
    {
        Match match = Insert().Match(sql);
        if (!match.Success || match.Groups["table"].Value == "ronin_schema")
        {
            return null;
        }

        string[] columns = match.Groups["columns"].Value.Split(", "), values = match.Groups["values"].Value.Split(", ");
        JsonObject with = new(columns.Select((column, i) => KeyValuePair.Create<string, JsonNode?>(column.Trim('"'), values[i].Trim('\''))));
        return new JsonObject { ["add"] = new JsonObject { [models.All.First(model => model.Table == match.Groups["table"].Value).Slug] = new JsonObject { ["with"] = with } } };
    }

    [GeneratedRegex("""^INSERT INTO "(?<table>\w+)" \((?<columns>[^)]+)\) VALUES \((?<values>'[^)]+)\)""")]
    private static partial Regex Insert();

    [GeneratedRegex("""alter\.model\(["'](?!RONIN_TEMP)(\w+)["']\)\.alter\.field\(["'](?!RONIN_TEMP)(\w+)["']\)\.to\(\{slug: ["'](\w+)["']""")]
    private static partial Regex FieldRename();

    [GeneratedRegex("""alter\.model\("(?!RONIN_TEMP)(\w+)"\)\.to\(\{slug: "(\w+)"\}""")]
    private static partial Regex ModelRename();
}
