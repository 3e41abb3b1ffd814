using System.Text;
using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>The declared triggers of a scenario as classes of hooks.</summary>
/// <param name="models">The models, with the fields that exist in hooks only.</param>
internal sealed class HooksWriter(ModelSet models)
{
    private static readonly string[] Stages = ["before", "after", "following", "resolving"];

    public string Write(JsonObject triggers)
    {
        StringBuilder text = new("using System.Linq;\nusing System.Text.Json.Nodes;\nusing HiveGen.Corpus;\nnamespace App;\n");
        foreach ((string slug, JsonNode? stages) in triggers)
        {
            ModelSpec model = models[slug];
            text.Append($"\n[HiveHooks]\npublic sealed class {model.Class}Hooks(HookTrace trace) : {model.Class}.Hooks\n{{\n");
            foreach ((string trigger, JsonNode? action) in stages!.AsObject())
            {
                Write(text, model, trigger, action!.AsObject());
            }

            text.Append("}\n");
        }

        return text.ToString();
    }

    private void Write(StringBuilder text, ModelSpec model, string trigger, JsonObject action)
    {
        string stage = Stages.FirstOrDefault(stage => trigger.StartsWith(stage, StringComparison.Ordinal)) ?? "";
        string kind = stage.Length == 0 ? Names.Pascal(trigger) : trigger[stage.Length..];
        string hook = Names.Pascal(trigger);
        if (stage == "following" && (kind is "Get" or "Count"))
        {
            return; // nothing follows a read: there is no such hook to write, and the original never calls its
        }

        bool reads = kind is "Get" or "Count";
        string result = !reads ? "ValueTask" : stage != "resolving" ? "void" : kind == "Get" ? $"IReadOnlyList<{model.Class}>?" : "int?";
        text.Append($"    public override {result} {hook}({(reads ? $"ReadEvent<{model.Class}>" : model.Class + hook)} e)\n    {{\n");
        text.Append($"        trace.Add(\"{model.Slug}.{trigger}\", {Query(model, kind, reads)}, e.MultipleRecords, e.ParentHook, e.Context{(stage == "following" ? Records(model, kind) : "")});\n");
        Act(text, model, action, reads);
        text.Append(!reads ? "        return default;\n    }\n\n" : stage == "resolving" && action["return"] is not JsonObject ? "        return null;\n    }\n\n" : "    }\n\n");
    }

    private static string Query(ModelSpec model, string kind, bool reads)
        => reads ? "FilterText.Query(e.Filter)"
            : kind == "Add" ? $"new JsonObject {{ [\"with\"] = Support.Given({ShowWriter.Write(model.Own, "e.Query.Records[0]")}) }}"
            : "FilterText.Query(e.Query.Filter)";

    private static string Records(ModelSpec model, string kind)
    {
        string show = $"r => {ShowWriter.Write(model.Fields.Where(static field => !field.Ephemeral), "r")}";
        string previous = kind == "Add" ? "[]" : $"Support.List(e.PreviousRecords.Select({show}))", records = kind == "Remove" ? "[]" : $"Support.List(e.Records.Select({show}))";
        return $", {previous}, {records}";
    }

    private void Act(StringBuilder text, ModelSpec model, JsonObject action, bool reads)
    {
        if (action.TextOrNull("throw") is { } message)
        {
            text.Append($"        throw new AppError(\"Error\", {Literals.Text(message)});\n");
            text.Append("#pragma warning disable CS0162\n");
        }

        if (action.Flag("throwPermission"))
        {
            text.Append("        throw new AppError(\"InvalidPermissionsError\", \"You do not have permission to perform this action.\", \"INVALID_PERMISSIONS\");\n");
        }

        foreach ((FieldSpec field, JsonNode? value) in AssignmentWriter.Given(model, action.Object("merge").Object("with")))
        {
            text.Append($"        foreach (var record in e.Records) record.{field.Property} = {Literals.Of(field, value)};\n");
        }

        foreach (string path in action.Array("strip").Select(static path => path!.GetValue<string>()))
        {
            text.Append($"        foreach (var record in e.Records) record.{model.Find(path["with.".Length..])!.Property} = null;\n");
        }

        foreach (JsonNode? query in action.Array("return"))
        {
            text.Append($"        {Operation(query, reads)}\n");
        }

        if (action["return"] is JsonObject resolved)
        {
            text.Append($"        return [new {model.Class} {Given(model, resolved["value"]!)}];\n");
        }
    }

    /// <summary>A query as an operation of the same transaction.</summary>
    public string Operation(JsonNode? query, bool reads = false)
    {
        (string type, string name, JsonNode? instructions) = QueryShape.Of(query);
        ModelSpec model = models[name];
        return type == "add" && !reads ? $"e.Batch.Add(new {model.Class} {Given(model, instructions.Object("with"))});" : throw new OtherwiseException($"lacks: a {type} that a hook adds");
    }

    private static string Given(ModelSpec model, JsonNode values)
        => "{ " + string.Concat(AssignmentWriter.Given(model, values.AsObject()).Select(static given => $"{given.Field.Property} = {Literals.Of(given.Field, given.Value)}, ")) + "}";
}
