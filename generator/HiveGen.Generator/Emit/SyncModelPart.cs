using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The synced side of a model: the runtime's own, unless a fresh record must be asked for what a create leaves out.</summary>
internal static class SyncModelPart
{
    private const string T = "global::HiveGen.Generated.";

    /// <summary>Makes it, in the constructor of the schema.</summary>
    public static void Create(CodeWriter w, ModelSpec model, EmitContext context)
    {
        string type = WireDefaultsPart.IsNeeded(model, SyncFields.Of(model)) ? model.Type.Beside("SyncModel") : $"{T}GeneratedSyncModel<{model.Type.Beside("Sync")}>";
        w.Line($"SyncBy(new {type}(this, {Literal.Text(model.Sync!)}, SyncedFields(), {context.Database}Json.Instance{Mappings(model, context)}));");
    }

    public static void Emit(CodeWriter w, ModelSpec model, List<PropertySpec> fields)
    {
        if (!WireDefaultsPart.IsNeeded(model, fields))
        {
            return;
        }

        string name = model.Type.Name + "SyncModel";
        string dto = model.Type.Beside("Sync");
        w.Blank();
        w.Summary($"How {Literal.Xml(model.Type.Name)} is synced.");
        w.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        w.Line($"{model.Type.Accessibility} sealed class {name}(global::HiveGen.HiveModel model, string name, {T}GeneratedField[] fields, global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver json, params object[] mappings)");
        w.Indent();
        w.Line($": {T}GeneratedSyncModel<{dto}>(model, name, fields, json, mappings)");
        w.Outdent();
        w.Line("{");
        w.Indent();
        WireDefaultsPart.Emit(w, model, fields, dto);
        w.Close();
    }

    private static string Mappings(ModelSpec model, EmitContext context)
    {
        string list = "";
        foreach (string adapter in context.Adapters)
        {
            if (Adapter.Of(adapter).Map is { } map)
            {
                list += ", new " + model.Type.Beside(map) + "()";
            }
        }

        return list;
    }
}
