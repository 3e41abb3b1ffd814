using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The sync DTO: what is given for each field that leaves the Hive. What is done with every field is the runtime's.</summary>
internal static class SyncRecordPart
{
    public static void Emit(CodeWriter w, ModelSpec model, List<PropertySpec> fields)
    {
        string name = model.Type.Name + "Sync";
        w.Blank();
        w.Summary($"What of {Literal.Xml(model.Type.Name)} leaves the Hive. Not thread-safe.");
        w.Open($"{model.Type.Accessibility} sealed class {name} : global::HiveGen.Generated.GeneratedSyncRecord<{model.Type.Beside("Sync")}>");
        foreach (PropertySpec p in fields)
        {
            w.Summary($"The field <c>{p.JsonName}</c>.");
            w.Line($"public global::HiveGen.Targets.Given<{Kinds.WireType(p)}?> {CSharpNames.Escape(p.Name)};");
            w.Blank();
        }

        w.Line("/// <inheritdoc/>");
        w.Open("public override void PlaceFields(global::HiveGen.Generated.FieldPlaces places)");
        foreach (PropertySpec p in fields)
        {
            w.Line($"places.{Place(p)}(ref {ChangesPart.Own(p)});");
        }

        w.Close();
        w.Close();
    }

    private static string Place(PropertySpec p) => p.Stored switch
    {
        PropertyKind.Enum => "Enum<" + Kinds.WireType(p) + ">",
        PropertyKind.Json or PropertyKind.JsonElement or PropertyKind.JsonNode => "Json",
        _ => p.Stored.ToString(),
    };
}
