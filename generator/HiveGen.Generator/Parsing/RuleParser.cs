using System;
using System.Globalization;
using HiveGen.Generator.Diagnostics;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>Reads the DataAnnotations of a property.</summary>
internal static class RuleParser
{
    public static RuleSpec? Parse(IPropertySymbol property, PropertyKind kind, in PropertyAnnotations given, DiagnosticSink sink)
    {
        if (!given.HasRules)
        {
            return null;
        }

        if (kind != PropertyKind.Text && (given.StringLength ?? given.MaxLength ?? given.MinLength ?? given.Pattern ?? given.Email) is { } misplaced)
        {
            Misplaced(misplaced, property, "it is no string", sink);
        }

        int? min = Named(given.StringLength, "MinimumLength") as int? ?? First(given.MinLength);
        if (kind == PropertyKind.Text && given.Required is not null && Named(given.Required, "AllowEmptyStrings") is not true)
        {
            min = Math.Max(min ?? 0, 1);
        }

        int? max = First(given.StringLength) ?? First(given.MaxLength);
        max = max < 0 ? null : max; // [MaxLength] without a number means the most a database can hold
        string? pattern = given.Pattern is { ConstructorArguments: [{ Value: string text }] } ? text : null;
        RuleSpec rules = new(min, max, Pattern: pattern, PatternTimeout: Named(given.Pattern, "MatchTimeoutInMilliseconds") as int? ?? 2000, Email: given.Email is not null);
        if (given.Range is not null)
        {
            rules = WithRange(rules, property, kind, given.Range, sink);
        }

        return rules == new RuleSpec() ? null : rules;
    }

    private static RuleSpec WithRange(RuleSpec rules, IPropertySymbol property, PropertyKind kind, AttributeData range, DiagnosticSink sink)
    {
        if (kind is < PropertyKind.Byte or > PropertyKind.Decimal)
        {
            Misplaced(range, property, "it is no number", sink);
            return rules;
        }

        var arguments = range.ConstructorArguments;
        object? least = arguments.Length == 3 ? arguments[1].Value : arguments.Length == 2 ? arguments[0].Value : null;
        object? most = arguments.Length == 3 ? arguments[2].Value : arguments.Length == 2 ? arguments[1].Value : null;
        bool isFloating = kind is PropertyKind.Single or PropertyKind.Double;
        if (Number(least, isFloating) is not { } minimum || Number(most, isFloating) is not { } maximum)
        {
            Misplaced(range, property, "its limits are no numbers in invariant spelling within the range of the type", sink);
            return rules;
        }

        if (Named(range, "MinimumIsExclusive") is true || Named(range, "MaximumIsExclusive") is true)
        {
            Misplaced(range, property, "exclusive limits are not supported; name the least and greatest value that is allowed", sink);
        }

        return rules with { Minimum = minimum, Maximum = maximum };
    }

    private static string? Number(object? value, bool isFloating)
    {
        string? text = value switch
        {
            string given => given,
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
        if (isFloating)
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double d) && !double.IsNaN(d) && !double.IsInfinity(d)
                ? d.ToString("R", CultureInfo.InvariantCulture)
                : null;
        }

        // A range in doubles may be wider than any decimal: then it is as wide as the decimals are.
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal m) ? m.ToString(CultureInfo.InvariantCulture)
            : value is double wide && !double.IsNaN(wide) ? (wide < 0 ? decimal.MinValue : decimal.MaxValue).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static int? First(AttributeData? attribute) => attribute is { ConstructorArguments: [{ Value: int value }, ..] } ? value : null;

    private static object? Named(AttributeData? attribute, string name)
    {
        if (attribute is not null)
        {
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Key == name)
                {
                    return argument.Value.Value;
                }
            }
        }

        return null;
    }

    private static void Misplaced(AttributeData attribute, IPropertySymbol property, string reason, DiagnosticSink sink)
        => sink.Add(Rules.Misplaced, attribute, property, AttributeName(attribute), property.Name, reason);

    public static string AttributeName(AttributeData attribute)
    {
        string name = attribute.AttributeClass!.Name;
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - 9) : name;
    }
}
