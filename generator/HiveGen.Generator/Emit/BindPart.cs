using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>Binds a record's columns to the parameters of a statement.</summary>
internal static class BindPart
{
    public static void Emit(CodeWriter w, ModelSpec model)
    {
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Open($"public override void Bind(global::HiveGen.Storage.Statement statement, int first, {model.Type.FullName} record)");
        for (int i = 0; i < model.Properties.Count; i++)
        {
            Emit(w, model, model.Properties[i], "record." + CSharpNames.Escape(model.Properties[i].Name), i == 0 ? "first" : "first + " + Columns.Number(i), "some" + model.Properties[i].Name);
        }

        w.Close();
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line($"public override global::HiveGen.SqlValue IdOf({model.Type.FullName} record) => {IdOf(model.Id, "record.Id")};");
    }

    public static string IdOf(PropertySpec id, string value)
        => id.Kind == PropertyKind.Guid ? "global::HiveGen.Codecs.Guid.Encode(" + value + ")" : "global::HiveGen.SqlValue.From(" + value + ")";

    private static void Emit(CodeWriter w, ModelSpec model, PropertySpec p, string value, string index, string some)
    {
        string bind = "statement." + Values.Bind(p) + "(" + index + ", ";
        if (p is { IsId: true, Kind: PropertyKind.Int64 })
        {
            w.Line($"if ({value} == 0) statement.BindNull({index}); // SQLite assigns it");
            w.Line($"else {bind}{value});");
        }
        else if (!p.IsNullable || (p.Link is null && p.Kind is PropertyKind.Text or PropertyKind.Blob))
        {
            w.Line($"{bind}{Values.Store(model, p, value)});");
        }
        else
        {
            w.Line($"if ({value} is {{ }} {some}) {bind}{Values.Store(model, p, some)});");
            w.Line($"else statement.BindNull({index});");
        }
    }
}
