using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The other part of the user's class, with its columns, changes and schema inside.</summary>
internal static class RecordPart
{
    public static void Emit(CodeWriter w, ModelSpec model, EmitContext context)
    {
        string name = CSharpNames.Escape(model.Type.Name);
        w.Open($"partial {model.Type.Keyword} {name} : global::HiveGen.IHiveRecord<{model.Type.FullName}>");
        if (model.Id.Has(PropertyTraits.Generated))
        {
            w.Summary("The id; made by the Hive unless set.");
            w.Line("public string Id { get; set; } = \"\";");
            w.Blank();
        }

        w.Line($"static global::HiveGen.HiveModel<{model.Type.FullName}> global::HiveGen.IHiveRecord<{model.Type.FullName}>.Model => Schema.Instance;");
        ColumnsPart.Emit(w, model, context);
        ChangesPart.Emit(w, model);
        HooksPart.Declare(w, model);
        SchemaPart.Emit(w, model, context);
        w.Close();
    }
}
