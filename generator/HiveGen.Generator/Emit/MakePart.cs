using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>Makes a record of the values of a draft, and an empty one for JSON.</summary>
internal static class MakePart
{
    public static void Emit(CodeWriter w, ModelSpec model)
    {
        string record = model.Type.FullName;
        const string draft = "in global::HiveGen.Generated.RecordDraft draft";
        w.Blank();
        w.Line("/// <inheritdoc/>");
        Construction.Emit(w, $"protected override {record} Make({draft}) => ", model, p => Value(model, p));
        if (model.Unmapped.Count > 0)
        {
            w.Blank();
            w.Line("/// <inheritdoc/>");
            Construction.Emit(w, $"protected override {record} MakeDraft({draft}, {record} record) => ", model, p => Value(model, p), unmapped: "record");
        }

        JsonCreationPart.Emit(w, model);
    }

    private static string Value(ModelSpec model, PropertySpec p) => FieldValues.To(p, "draft[" + Columns.Number(Columns.IndexOf(model, p)) + "]");
}
