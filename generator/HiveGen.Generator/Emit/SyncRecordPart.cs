using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The sync DTO: a typed property for each field that leaves the Hive. Its values and what is done with them are the runtime's.</summary>
internal static class SyncRecordPart
{
    public static void Emit(CodeWriter w, ModelSpec model, List<PropertySpec> fields)
    {
        string name = model.Type.Name + "Sync";
        w.Blank();
        w.Summary($"What of {Literal.Xml(model.Type.Name)} leaves the Hive. Not thread-safe.");
        w.Open($"{model.Type.Accessibility} sealed class {name}() : global::HiveGen.Generated.GeneratedSyncRecord({fields.Count})");
        for (int i = 0; i < fields.Count; i++)
        {
            PropertySpec p = fields[i];
            string access = Access(p);
            w.Summary($"The field <c>{p.JsonName}</c>.");
            w.Line($"public {Kinds.WireType(p)}? {CSharpNames.Escape(p.Name)} {{ get => Get{access}({i}); set => Give{access}({i}, value); }}");
            w.Blank();
        }

        w.Close();
    }

    private static string Access(PropertySpec p) => p.Stored switch
    {
        PropertyKind.Enum => "Enum<" + Kinds.WireType(p) + ">",
        PropertyKind.Json or PropertyKind.JsonElement or PropertyKind.JsonNode => "Json",
        _ => p.Stored.ToString(),
    };
}
