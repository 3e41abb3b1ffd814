using System.Collections.Generic;
using System.Globalization;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The list of a model's synced fields with their rules.</summary>
internal static class FieldPart
{
    public static void Emit(CodeWriter w, List<PropertySpec> fields)
    {
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line("public override global::System.Collections.Generic.IReadOnlyList<global::HiveGen.Targets.SyncField> Fields { get; } =");
        w.Line("[");
        w.Indent();
        foreach (PropertySpec p in fields)
        {
            string scale = p.Kind == PropertyKind.Decimal ? ", " + Columns.Number(p.Scale) : "";
            w.Line($"new(\"{p.JsonName}\", \"{Columns.Name(p)}\", \"{p.Name}\", global::HiveGen.Targets.SyncType.{Kinds.SyncType(p)}, {Literal.Bool(p.IsNullable)}, {Literal.Bool(Defaults.IsRequired(p))}{scale}){Initialiser(p)},");
        }

        w.Close("];");
    }

    private static string Initialiser(PropertySpec p)
    {
        List<string> parts = [];
        if (p.Rules is { } rules)
        {
            parts.Add("Rules = new() { " + string.Join(", ", Rules(rules)) + " }");
        }

        if (p.Enum is { } @enum)
        {
            List<string> names = [];
            foreach (string member in @enum.Members)
            {
                names.Add(Literal.Text(member));
            }

            parts.Add("Values = [" + string.Join(", ", names) + "]");
        }

        return parts.Count == 0 ? "" : " { " + string.Join(", ", parts) + " }";
    }

    private static List<string> Rules(RuleSpec rules)
    {
        List<string> parts = [];
        Add(parts, "MinLength", rules.MinLength is { } min ? Columns.Number(min) : null);
        Add(parts, "MaxLength", rules.MaxLength is { } max ? Columns.Number(max) : null);
        Add(parts, "Minimum", Decimal(rules.Minimum));
        Add(parts, "Maximum", Decimal(rules.Maximum));
        Add(parts, "Pattern", rules.Pattern is { } pattern ? Literal.Text(pattern) : null);
        Add(parts, "Email", rules.Email ? "true" : null);
        return parts;
    }

    private static void Add(List<string> parts, string name, string? value)
    {
        if (value is not null)
        {
            parts.Add(name + " = " + value);
        }
    }

    /// <summary>A limit wider than any decimal is no limit worth showing.</summary>
    private static string? Decimal(string? number)
        => decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value.ToString(CultureInfo.InvariantCulture) + "m" : null;
}
