using System.Globalization;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The rules of values, written once: the client, the router and changes call them.</summary>
internal static class CheckPart
{
    private const string C = "global::HiveGen.Check.";

    /// <summary>Whether the property has a check method.</summary>
    public static bool Has(PropertySpec p)
        => p.Rules is not null || p.Has(PropertyTraits.RequiredAttribute) || IsRequired(p)
        || p.Stored is PropertyKind.Text or PropertyKind.Enum or PropertyKind.Single or PropertyKind.Double or PropertyKind.Decimal or PropertyKind.UInt64 or PropertyKind.DateTime or PropertyKind.JsonElement;

    public static void Emit(CodeWriter w, ModelSpec model)
    {
        foreach (PropertySpec p in model.Properties)
        {
            if (p.Rules?.Pattern is { } pattern)
            {
                w.Blank();
                string timeout = p.Rules.PatternTimeout < 0
                    ? "global::System.Text.RegularExpressions.Regex.InfiniteMatchTimeout"
                    : "global::System.TimeSpan.FromMilliseconds(" + p.Rules.PatternTimeout.ToString(CultureInfo.InvariantCulture) + ")";
                w.Line($"internal static readonly global::System.Text.RegularExpressions.Regex {p.Name}Pattern = new({Literal.Text(pattern)}, global::System.Text.RegularExpressions.RegexOptions.CultureInvariant, {timeout});");
            }
        }

        foreach (PropertySpec p in model.Properties)
        {
            if (Has(p))
            {
                w.Blank();
                w.Open($"internal static void Check{p.Name}(ref global::HiveGen.Violations violations, string field, {Kinds.ValueType(p)}? value)");
                Emit(w, model, p);
                w.Close();
            }
        }
    }

    /// <summary>Classes are checked for null; a value type cannot be null in C#.</summary>
    private static bool IsRequired(PropertySpec p) => Kinds.IsReference(p) && !p.IsNullable;

    private static void Emit(CodeWriter w, ModelSpec model, PropertySpec p)
    {
        if (p.Stored == PropertyKind.Text && (p.IsId || p.Link is not null))
        {
            w.Line($"{C}Text(ref violations, field, value, synced: true);");
            w.Line($"{(p.IsNullable ? "if (value is not null) " : "")}{C}Id(ref violations, field, value);");
            return;
        }

        if (IsRequired(p))
        {
            w.Line($"{C}Required(ref violations, field, value);");
        }
        else if (p.Has(PropertyTraits.RequiredAttribute) && p.IsNullable)
        {
            w.Line("if (value is null) violations.Add(field, \"is required.\");");
        }

        switch (p.Stored)
        {
            case PropertyKind.Text:
                w.Line($"{C}Text(ref violations, field, value, synced: {Literal.Bool(model.IsSynced && !p.IsLocal)});");
                break;
            case PropertyKind.Enum:
                w.Line($"{C}Defined(ref violations, field, value is not {{ }} some || {EnumPart.IsDefined(model, p)}(some), {EnumPart.Names(model, p)});");
                break;
            case PropertyKind.Single or PropertyKind.Double:
                w.Line($"{C}Finite(ref violations, field, value);");
                break;
            case PropertyKind.Decimal:
                w.Line($"{C}Scale(ref violations, field, value, {p.Scale});");
                break;
            case PropertyKind.UInt64:
                w.Line($"{C}Int63(ref violations, field, value);");
                break;
            case PropertyKind.DateTime:
                w.Line($"{C}Kind(ref violations, field, value);");
                break;
            case PropertyKind.JsonElement:
                w.Line("if (value is { ValueKind: global::System.Text.Json.JsonValueKind.Undefined }) violations.Add(field, \"holds no JSON value.\");");
                break;
        }

        if (p.Rules is { } rules)
        {
            EmitRules(w, p, rules);
        }
    }

    private static void EmitRules(CodeWriter w, PropertySpec p, RuleSpec rules)
    {
        if (rules.MinLength is not null || rules.MaxLength is not null)
        {
            w.Line($"{C}Length(ref violations, field, value, {rules.MinLength ?? 0}, {(rules.MaxLength is { } max ? max.ToString(CultureInfo.InvariantCulture) : "int.MaxValue")});");
        }

        if (rules is { Minimum: { } least, Maximum: { } most })
        {
            (string type, string suffix) = p.Kind switch { PropertyKind.Single => ("float", "f"), PropertyKind.Double => ("double", "d"), _ => ("decimal", "m") };
            w.Line($"{C}Range<{type}>(ref violations, field, value, {least}{suffix}, {most}{suffix});");
        }

        if (rules.Pattern is not null)
        {
            w.Line($"{C}Pattern(ref violations, field, value, {p.Name}Pattern);");
        }

        if (rules.Email)
        {
            w.Line($"{C}Email(ref violations, field, value);");
        }
    }
}
