using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>Makes a record of a row.</summary>
internal static class ReadPart
{
    public static void Emit(CodeWriter w, ModelSpec model)
    {
        w.Blank();
        w.Line("/// <inheritdoc/>");
        Construction.Emit(w, $"public override {model.Type.FullName} Read(global::HiveGen.Storage.Statement row) => ", model, p => Value(model, p));
    }

    private static string Value(ModelSpec model, PropertySpec p)
    {
        string column = Columns.Number(Columns.IndexOf(model, p));
        string value = Values.Load(model, p, "row", column);
        return p.IsNullable ? "row.IsNull(" + column + ") ? " + Kinds.Null(p) + " : " + value : value;
    }
}
