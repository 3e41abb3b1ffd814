using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>A column as the runtime is told of it: names, type, rules, default.</summary>
internal static class FieldPart
{
    public static void Emit(CodeWriter w, ModelSpec model, PropertySpec p)
        => w.Line($"f.{p.Stored.ToString()}(\"{p.JsonName}\", \"{Columns.Name(p)}\", \"{p.Name}\"){string.Concat(Traits(p))}{string.Concat(Details(model, p))};");

    private static IEnumerable<string> Traits(PropertySpec p)
    {
        (string Name, bool IsTrue)[] traits =
        [
            ("Nullable", p.IsNullable),
            ("Required", Defaults.IsRequired(p)),
            ("Id", p.Stored == PropertyKind.Text && (p.IsId || p.Link is not null)),
            ("CreatedAt", p.Has(PropertyTraits.CreatedAt)),
            ("UpdatedAt", p.Has(PropertyTraits.UpdatedAt)),
            ("Refused", p.Has(PropertyTraits.RequiredAttribute)),
            ("Fresh", WireDefaultsPart.IsFresh(p)),
            ("Local", p.IsLocal),
            ("Init", JsonCreationPart.IsGiven(p)),
            ("Parameter", p.Has(PropertyTraits.Parameter)),
        ];
        foreach ((string name, bool isTrue) in traits)
        {
            if (isTrue)
            {
                yield return $".{name}()";
            }
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
            yield return $".Enum<{@enum.Type}>({EnumPart.Write(model, p)}, {EnumPart.Read(model, p)}, {EnumPart.IsDefined(model, p)}, {EnumPart.Names(model, p)}{(@enum.Aliases.Count == 0 ? "" : ", " + Quoted(@enum.Aliases))})";
        }

        if (p.Kind == PropertyKind.Json)
        {
            string method = Kinds.IsNullableJsonStruct(p) ? "NullableJson" : "Json";
            yield return $".{method}<{p.Type}>(static () => {Values.JsonInfo(p)})";
        }

        if (p.Rules is { } rules)
        {
            foreach (string rule in Rules(rules))
            {
                yield return rule;
            }
        }

        if (p.Default is not null && p.Link is null && Defaults.CSharp(p) is { } value)
        {
            yield return p.Kind == PropertyKind.Text ? $".DefaultText({value})" : $".Default<{Kinds.Type(p)}>({value})";
        }

        if (p.Former.Count > 0)
        {
            yield return $".Former({Quoted(p.Former)})";
        }
    }

    private static IEnumerable<string> Rules(RuleSpec rules)
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
            yield return $".Pattern({Literal.Text(rules.Pattern)}, {Columns.Number(rules.PatternTimeout)})";
        }

        if (rules.Email)
        {
            yield return ".Email()";
        }
    }

    private static string Number(int? limit) => limit is { } number ? Columns.Number(number) : "null";

    private static string Quoted(EquatableArray<string> names)
    {
        string list = "";
        foreach (string name in names)
        {
            list += (list.Length == 0 ? "" : ", ") + Literal.Text(name);
        }

        return list;
    }
}
