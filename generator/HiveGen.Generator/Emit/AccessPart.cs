using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The properties of a record by their columns, through which the runtime checks, stores and shows them.</summary>
internal static class AccessPart
{
    private const string Value = "global::HiveGen.Generated.FieldValue";
    private const string Unknown = "throw NoColumn(column)";

    public static void Emit(CodeWriter w, ModelSpec model)
    {
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Open($"public override {Value} Get({model.Type.FullName} record, int column) => column switch");
        for (int i = 0; i < model.Properties.Count; i++)
        {
            w.Line($"{i} => {FieldValues.Of(model.Properties[i], "record." + CSharpNames.Escape(model.Properties[i].Name))},");
        }

        w.Line($"_ => {Unknown},");
        w.Close("};");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Open($"public override void Set({model.Type.FullName} record, int column, in {Value} value)");
        w.Open("switch (column)");
        for (int i = 0; i < model.Properties.Count; i++)
        {
            PropertySpec p = model.Properties[i];
            if (!p.IsLocal && !JsonCreationPart.IsGiven(p))
            {
                w.Line($"case {i}: record.{CSharpNames.Escape(p.Name)} = {FieldValues.To(p, "value")}; break;");
            }
        }

        w.Line($"default: {Unknown};");
        w.Close();
        w.Close();
    }
}
