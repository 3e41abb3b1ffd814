using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The synced side of a model: the list of its fields, from which the runtime does the rest.</summary>
internal static class SyncModelPart
{
    private const string T = "global::HiveGen.Targets.";

    public static void Emit(CodeWriter w, ModelSpec model, List<PropertySpec> fields, EmitContext context)
    {
        string name = model.Type.Name + "SyncModel";
        string dto = model.Type.Beside("Sync");
        w.Blank();
        w.Summary($"How {Literal.Xml(model.Type.Name)} is synced.");
        w.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        w.Open($"{model.Type.Accessibility} sealed class {name} : {T}GeneratedSyncModel");
        w.Open($"private {name}() : base({Literal.Text(model.Sync!)}, {Literal.Text(model.Type.Name)}, {Literal.Text(model.Table)}, typeof({dto}), {context.Database}Json.Instance, {model.Type.FullName}.Schema.Instance.SyncedFields(), {Mappings(model, context)})");
        w.Close();
        w.Blank();
        w.Summary("The one instance.");
        w.Line($"public static {name} Instance {{ get; }} = new();");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line($"public override {T}SyncRecord Create() => new {dto}();");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line($"public override global::System.Text.Json.Serialization.Metadata.JsonTypeInfo Info(global::System.Text.Json.JsonSerializerOptions options) => Info<{dto}>(options);");
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
                list += (list.Length == 0 ? "new " : ", new ") + model.Type.Beside(map) + "()";
            }
        }

        return list.Length == 0 ? "global::System.Array.Empty<object>()" : "new object[] { " + list + " }";
    }
}
