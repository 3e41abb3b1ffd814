using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>Makes a record of a row or of a draft, by one body for both: an app's compiler is spared the second. And an empty one for JSON.</summary>
internal static class MakePart
{
    private const string G = "global::HiveGen.Generated.";

    public static void Emit(CodeWriter w, ModelSpec model)
    {
        string record = model.Type.FullName;
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line($"public override {record} Read(global::HiveGen.Storage.Statement row) => From(new {G}RowValues(row));");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line($"protected override {record} Make({G}RecordDraft draft) => From(draft);");
        w.Blank();
        EmitFrom(w, model, "");
        if (model.Unmapped.Count > 0)
        {
            w.Blank();
            w.Line("/// <inheritdoc/>");
            w.Line($"protected override {record} MakeDraft({G}RecordDraft draft, {record} record) => From(draft, record);");
            w.Blank();
            EmitFrom(w, model, $", {record} record", unmapped: "record");
        }

        JsonCreationPart.Emit(w, model);
    }

    private static void EmitFrom(CodeWriter w, ModelSpec model, string parameter, string? unmapped = null)
        => Construction.Emit(w, $"private static {model.Type.FullName} From<TValues>(TValues values{parameter}) where TValues : struct, {G}IRecordValues => ", model, p => Value(model, p), unmapped);

    private static string Value(ModelSpec model, PropertySpec p)
    {
        string method = Kinds.IsNullableJsonStruct(p) ? "NullableJson" : Kinds.Accessor(p);
        string value = "values." + method + TypeArgument(p) + "(" + Columns.Number(Columns.IndexOf(model, p)) + Argument(model, p) + ")";
        return p.Link is null ? value : FieldValues.ToLink(p, value);
    }

    private static string TypeArgument(PropertySpec p) => p.Kind is PropertyKind.Enum or PropertyKind.Json ? "<" + Kinds.Type(p) + ">" : "";

    /// <summary>What the runtime cannot know of the column.</summary>
    private static string Argument(ModelSpec model, PropertySpec p) => p.Kind switch
    {
        PropertyKind.Decimal => ", " + Columns.Number(p.Scale),
        PropertyKind.Enum => ", " + EnumPart.Read(model, p),
        PropertyKind.Json => ", " + Values.JsonInfo(p),
        _ => "",
    };
}
