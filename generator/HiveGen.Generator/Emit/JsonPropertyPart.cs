using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>A property in the JSON metadata of a record.</summary>
internal static class JsonPropertyPart
{
    public const string Metadata = "global::HiveGen.Json.HiveJsonMetadata.";

    public static void Emit(CodeWriter w, PropertySpec p, string get, string set, bool isRequired, string? converter)
    {
        string rules = p.Rules is { } given ? ", rules: static () => [" + Attributes(p, given) + "]" : "";
        w.Line($"p.Of<{Kinds.ValueTypeOrNull(p)}>(\"{p.Name}\", \"{p.JsonName}\", static r => {get}, {set}{(p.IsNullable ? ", isNullable: true" : "")}{(isRequired ? ", isRequired: true" : "")}{(converter is null ? "" : ", converter: global::HiveGen.Json.HiveConverters." + converter)}{rules}),");
    }

    private static string Attributes(PropertySpec p, RuleSpec rules)
    {
        const string A = "new global::System.ComponentModel.DataAnnotations.";
        List<string> attributes = [];
        if (rules.MinLength is not null || rules.MaxLength is not null)
        {
            string max = rules.MaxLength is { } most ? Columns.Number(most) : "int.MaxValue";
            attributes.Add(A + "StringLengthAttribute(" + max + ")" + (rules.MinLength is { } min ? " { MinimumLength = " + Columns.Number(min) + " }" : ""));
        }

        if (rules is { Minimum: { } least, Maximum: { } greatest })
        {
            attributes.Add(A + "RangeAttribute(" + least + "d, " + greatest + "d)");
        }

        if (rules.Pattern is not null)
        {
            attributes.Add(A + "RegularExpressionAttribute(" + Literal.Text(rules.Pattern) + ")");
        }

        if (rules.Email)
        {
            attributes.Add(A + "EmailAddressAttribute()");
        }

        return string.Join(", ", attributes);
    }
}
