using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The column tokens, of which filters and orders are made.</summary>
internal static class ColumnsPart
{
    private const string R = "global::HiveGen.";

    public static void Emit(CodeWriter w, ModelSpec model, EmitContext context)
    {
        w.Blank();
        w.Summary("The columns, of which filters and orders are made.");
        w.Open("public sealed class Columns");
        w.Open("internal Columns()");
        w.Close();
        foreach (PropertySpec p in model.Properties)
        {
            w.Blank();
            w.Summary($"The column <c>{Columns.Name(p)}</c>.");
            w.Line($"public {Token(model, p, context)}");
        }

        w.Close();
    }

    private static string Token(ModelSpec model, PropertySpec p, EmitContext context)
    {
        string record = model.Type.FullName;
        string property = CSharpNames.Escape(p.Name) + " { get; } = new(";
        string name = Literal.Text(Columns.Name(p));
        string codec = Values.Codec(model, p);
        string value = Kinds.ValueTypeOrNull(p);
        switch (p.Kind)
        {
            case PropertyKind.Text:
                return R + "TextColumn<" + record + "> " + property + name + ");";
            case PropertyKind.Bool when !p.IsNullable:
                return R + "BoolColumn<" + record + "> " + property + name + ");";
            case PropertyKind.Json or PropertyKind.JsonElement or PropertyKind.JsonNode:
                return R + "JsonColumn<" + record + "> " + property + name + ");";
            case PropertyKind.Link when !context.Refused.Contains(p.Link!.Target):
                string read = p.IsNullable
                    ? "static r => r." + CSharpNames.Escape(p.Name) + " is { } link ? " + R + "SqlValue.From(" + LinkId(p, "link") + ") : " + R + "SqlValue.Null"
                    : "static r => " + R + "SqlValue.From(" + LinkId(p, "r." + CSharpNames.Escape(p.Name)) + ")";
                return R + "LinkColumn<" + record + ", " + p.Link!.Target + ", " + value + "> " + property + name + ", " + codec + ", " + read + ");";
        }

        string type = p.Kind switch
        {
            >= PropertyKind.Byte and <= PropertyKind.Decimal => "NumberColumn",
            >= PropertyKind.DateTime and <= PropertyKind.TimeSpan => "OrderedColumn",
            _ => "EqualColumn",
        };
        return R + type + "<" + record + ", " + value + "> " + property + name + ", " + codec + ");";
    }

    private static string LinkId(PropertySpec p, string link) => p.Stored == PropertyKind.Guid ? link + ".Id.ToString(\"D\")" : link + ".Id";
}
