using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>Makes a record of a row.</summary>
internal static class ReadPart
{
    public static void Emit(CodeWriter w, ModelSpec model)
    {
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Open($"public override {model.Type.FullName} Read(global::HiveGen.Storage.Statement row)");
        Construction.Emit(w, "return ", model, p => Value(model, p));
        w.Close();
    }

    private static string Value(ModelSpec model, PropertySpec p)
    {
        string column = Columns.Number(IndexOf(model, p));
        string value = Values.Load(model, p, "row", column);
        return p.IsNullable ? "row.IsNull(" + column + ") ? " + Kinds.Null(p) + " : " + value : value;
    }

    private static int IndexOf(ModelSpec model, PropertySpec p)
    {
        for (int i = 0; i < model.Properties.Count; i++)
        {
            if (ReferenceEquals(model.Properties[i], p))
            {
                return i;
            }
        }

        return -1;
    }
}
