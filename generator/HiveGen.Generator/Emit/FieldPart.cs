using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>A synced field as the runtime is told of it: names, type, rules, default.</summary>
internal static class FieldPart
{
    private const string T = "global::HiveGen.Targets.";

    public static void Emit(CodeWriter w, ModelSpec model, PropertySpec p)
        => w.Line($"new {T}GeneratedField(\"{p.JsonName}\", \"{Columns.Name(p)}\", \"{p.Name}\", {T}FieldKind.{p.Stored.ToString()}, {Traits(p)}){string.Concat(Details(model, p))},");

    private static string Traits(PropertySpec p)
    {
        List<string> traits = [];
        Add(traits, "Nullable", p.IsNullable);
        Add(traits, "Required", Defaults.IsRequired(p));
        Add(traits, "Id", p.Stored == PropertyKind.Text && (p.IsId || p.Link is not null));
        Add(traits, "Time", p.Has(PropertyTraits.CreatedAt | PropertyTraits.UpdatedAt));
        Add(traits, "Refused", p.Has(PropertyTraits.RequiredAttribute));
        Add(traits, "Fresh", WireDefaultsPart.IsFresh(p));
        return traits.Count == 0 ? T + "FieldTraits.None" : string.Join(" | ", traits);
    }

    private static void Add(List<string> traits, string name, bool isTrue)
    {
        if (isTrue)
        {
            traits.Add(T + "FieldTraits." + name);
        }
    }

    private static IEnumerable<string> Details(ModelSpec model, PropertySpec p)
    {
        if (p.Stored == PropertyKind.Decimal)
        {
            yield return $".Scale({Columns.Number(p.Scale)})";
        }

        if (p.Enum is { } @enum)
        {
            string schema = model.Type.FullName + ".";
            yield return $".Enum<{@enum.Type}>({schema}{EnumPart.Write(model, p)}, {schema}{EnumPart.Read(model, p)}, {schema}{EnumPart.IsDefined(model, p)}, {schema}{EnumPart.Names(model, p)}, new string[] {{ {Quoted(@enum)} }})";
        }

        if (p.Kind == PropertyKind.Json)
        {
            yield return $".Json<{p.Type}>(static () => {model.Type.FullName}.{Values.JsonInfo(p)})";
        }

        if (p.Rules is { } rules)
        {
            foreach (string rule in Rules(model, p, rules))
            {
                yield return rule;
            }
        }

        if (p.Default is not null && p.Link is null && Defaults.CSharp(p) is { } value)
        {
            yield return p.Kind == PropertyKind.Text ? $".DefaultText({value})" : $".Default<{Kinds.Type(p)}>({value})";
        }
    }

    private static IEnumerable<string> Rules(ModelSpec model, PropertySpec p, RuleSpec rules)
    {
        if (rules.MinLength is not null || rules.MaxLength is not null)
        {
            yield return $".Length({Number(rules.MinLength)}, {Number(rules.MaxLength)})";
        }

        if (rules is { Minimum: { } least, Maximum: { } greatest })
        {
            yield return $".Range(\"{least}\", \"{greatest}\")";
        }

        if (rules.Pattern is not null)
        {
            yield return $".Pattern({model.Type.FullName}.Schema.{p.Name}Pattern)";
        }

        if (rules.Email)
        {
            yield return ".Email()";
        }
    }

    private static string Number(int? limit) => limit is { } number ? Columns.Number(number) : "null";

    private static string Quoted(EnumSpec @enum)
    {
        string names = "";
        foreach (string member in @enum.Members)
        {
            names += (names.Length == 0 ? "" : ", ") + Literal.Text(member);
        }

        return names;
    }
}
