using System.Text;

namespace HiveGen.Corpus;

/// <summary>Recorded models as annotated classes.</summary>
internal static class ClassWriter
{
    public static string Write(ModelSet models)
    {
        StringBuilder text = new("using System.Text.Json;\nusing HiveGen.Corpus;\nnamespace App;\n");
        foreach (ModelSpec model in models.All)
        {
            Write(text, model, models);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, ModelSpec model, ModelSet models)
    {
        text.Append($"\n[HiveModel(Table = \"{model.Table}\", Plural = \"{model.Set}\", Prefix = \"{model.Prefix}\")]\n");
        foreach (string former in model.Former)
        {
            text.Append($"[RenamedFrom(\"{former}\")]\n");
        }

        foreach (IndexSpec index in model.Indexes.Where(index => !IsSaidByItsField(model, index)))
        {
            text.Append($"[{(index.Unique ? "Unique" : "Index")}({string.Join(", ", index.Fields.Select(field => $"nameof({Names.Pascal(field)})"))})]\n");
        }

        text.Append($"public sealed partial class {model.Class}\n{{\n");
        foreach (FieldSpec field in model.Fields)
        {
            text.Append("    ").Append(Attributes(field)).Append($"public {(field.Required && field.Default is null ? "required " : "")}{Type(field, models)} {field.Property} {{ get; set; }}{Initialiser(field)}\n");
        }

        text.Append("}\n");
    }

    // A unique field needs no index that says it again.
    private static bool IsSaidByItsField(ModelSpec model, IndexSpec index) => index.Fields.Count == 1 && model.Find(index.Fields[0])!.Unique;

    private static string Attributes(FieldSpec field)
    {
        StringBuilder text = new();
        foreach (string former in field.Former)
        {
            text.Append($"[RenamedFrom(\"{Names.Pascal(former)}\")] ");
        }

        text.Append(field.Slug == "ronin.createdAt" ? "[CreatedAt] " : field.Slug == "ronin.updatedAt" ? "[UpdatedAt] " : "");
        text.Append(field.Ephemeral ? "[System.ComponentModel.DataAnnotations.Schema.NotMapped] " : "").Append(field.Unique ? "[Unique] " : "").Append(field.IsJson ? "[JsonColumn] " : "");
        text.Append(field.OnDelete is { } action ? $"[Link(OnDelete = LinkAction.{Action(action)})] " : "");
        return text.ToString();
    }

    private static string Action(string action) => action switch
    {
        "CASCADE" => "Cascade",
        "SET NULL" => "SetNull",
        "RESTRICT" or "NO ACTION" => "Restrict",
        _ => throw new OtherwiseException($"lacks: {action} when a linked record is removed"),
    };

    private static string Type(FieldSpec field, ModelSet models) => field.Type switch
    {
        "number" => "long",
        "boolean" => "bool",
        "date" => "DateTimeOffset",
        "json" or "blob" => "JsonElement",
        "link" => $"Link<{models[field.Target!].Class}>",
        _ => "string",
    } + (field.Nullable ? "?" : "");

    private static string Initialiser(FieldSpec field) => field.Slug == "id" ? " = \"\";" : field.Default is { } value ? $" = {Literals.Of(field, value)};" : "";
}
