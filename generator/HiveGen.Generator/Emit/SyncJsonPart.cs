using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The JSON metadata of a sync DTO.</summary>
internal static class SyncJsonPart
{
    public static void Emit(CodeWriter w, ModelSpec model, List<PropertySpec> fields)
    {
        string dto = model.Type.Beside("Sync");
        w.Line("internal static global::System.Text.Json.Serialization.Metadata.JsonTypeInfo HiveJsonInfo(global::System.Text.Json.JsonSerializerOptions options)");
        w.Indent();
        w.Line($"=> {JsonPropertyPart.Metadata}Object<{dto}>(options, static () => new {dto}(), static p =>");
        w.Line("[");
        w.Indent();
        foreach (PropertySpec p in fields)
        {
            string name = CSharpNames.Escape(p.Name);
            string? converter = p.Kind switch
            {
                PropertyKind.DateTimeOffset => "WireDateTimeOffset",
                PropertyKind.DateTime => "WireDateTime",
                PropertyKind.TimeSpan => "NullableDuration",
                PropertyKind.JsonElement when !p.IsNullable => "WireJson",
                _ => null,
            };
            JsonPropertyPart.Emit(w, p, "r." + name, "static (r, v) => r." + name + " = v", isRequired: false, converter);
        }

        w.Close("]);");
        w.Outdent();
    }
}
