using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The column tokens, of which filters and orders are made: fields, which cost an app's compiler less than properties.</summary>
internal static class ColumnsPart
{
    private const string R = "global::HiveGen.";

    public static void Emit(CodeWriter w, ModelSpec model, EmitContext context)
    {
        w.Blank();
        w.Summary("The columns, of which filters and orders are made.");
        w.Open($"public sealed class Columns : {R}ModelColumns<{model.Type.FullName}>");
        w.Open("internal Columns()");
        for (int i = 0; i < model.Properties.Count; i++)
        {
            PropertySpec p = model.Properties[i];
            w.Line($"{CSharpNames.Escape(p.Name)} = Get{Column(p, i, context)};");
        }

        w.Close();
        foreach (PropertySpec p in model.Properties)
        {
            w.Blank();
            w.Summary($"The column <c>{Columns.Name(p)}</c>.");
            w.Line($"public readonly {R}{Type(model, p, context)} {CSharpNames.Escape(p.Name)};");
        }

        w.Close();
    }

    private static string Type(ModelSpec model, PropertySpec p, EmitContext context)
    {
        string record = model.Type.FullName;
        if (IsLink(p, context))
        {
            return $"LinkColumn<{record}, {p.Link!.Target}, {Kinds.ValueTypeOrNull(p)}>";
        }

        return p.Stored switch
        {
            PropertyKind.Text => $"TextColumn<{record}>",
            PropertyKind.Bool when !p.IsNullable => $"BoolColumn<{record}>",
            PropertyKind.Json or PropertyKind.JsonElement or PropertyKind.JsonNode => $"JsonColumn<{record}>",
            >= PropertyKind.Byte and <= PropertyKind.Decimal => $"NumberColumn<{record}, {Kinds.ValueTypeOrNull(p)}>",
            >= PropertyKind.DateTime and <= PropertyKind.TimeSpan => $"OrderedColumn<{record}, {Kinds.ValueTypeOrNull(p)}>",
            _ => $"EqualColumn<{record}, {Kinds.ValueTypeOrNull(p)}>",
        };
    }

    /// <summary>The rest of a call of the base class, after <c>Get</c>.</summary>
    private static string Column(PropertySpec p, int index, EmitContext context)
    {
        if (IsLink(p, context))
        {
            return $"Link<{p.Link!.Target}, {Kinds.ValueTypeOrNull(p)}>({index})";
        }

        return p.Stored switch
        {
            PropertyKind.Text => $"Text({index})",
            PropertyKind.Json or PropertyKind.JsonElement or PropertyKind.JsonNode => $"Json({index})",
            PropertyKind.Enum => $"Enum<{Kinds.ValueTypeOrNull(p)}>({index}, {Values.Codec(p)})",
            PropertyKind.Decimal => $"{Kinds.Accessor(p)}({index}, {p.Scale})",
            _ => $"{Kinds.Accessor(p)}({index})",
        };
    }

    /// <summary>A link to a model that is refused is a column of the ids that stand in it.</summary>
    private static bool IsLink(PropertySpec p, EmitContext context) => p.Link is { } link && !context.Refused.Contains(link.Target);
}
