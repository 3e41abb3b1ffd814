using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The sync DTO: what of a record leaves the Hive, and which of it was given.</summary>
internal static class SyncRecordPart
{
    public static void Emit(CodeWriter w, ModelSpec model)
    {
        List<PropertySpec> fields = SyncFields.Of(model);
        w.Blank();
        w.Summary($"What of {Literal.Xml(model.Type.Name)} leaves the Hive. Not thread-safe.");
        w.Open($"{model.Type.Accessibility} sealed class {model.Type.Name}Sync : global::HiveGen.Targets.SyncRecord");
        foreach (PropertySpec p in fields)
        {
            w.Line($"private {Kinds.WireType(p)}? {Field(p, fields)};");
        }

        w.Blank();
        for (int i = 0; i < fields.Count; i++)
        {
            PropertySpec p = fields[i];
            string field = Field(p, fields);
            w.Summary($"The field <c>{p.JsonName}</c>.");
            w.Line($"public {Kinds.WireType(p)}? {CSharpNames.Escape(p.Name)} {{ get => {field}; set {{ {field} = value; Give({i}); }} }}");
            w.Blank();
        }

        SyncJsonPart.Emit(w, model, fields);
        w.Close();
    }

    /// <summary>The name of the field behind a property, which may be that of no property: one may be called <c>_id</c>.</summary>
    private static string Field(PropertySpec p, List<PropertySpec> fields)
    {
        string name = "_" + p.JsonName;
        while (fields.Exists(other => other.Name == name || (other != p && "_" + other.JsonName == name)))
        {
            name += "_";
        }

        return name;
    }
}
