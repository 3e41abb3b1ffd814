using System;
using System.Globalization;
using System.Text.RegularExpressions;
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

        AttributeData? length = given.StringLength ?? given.MaxLength ?? given.Length ?? given.MinLength;
        if (kind != PropertyKind.Text && (length ?? given.Pattern ?? given.Email) is { } misplaced)
        {
            Misplaced(misplaced, property, "it is no string", sink);
        }

        bool refusesEmpty = kind == PropertyKind.Text && given.Required is not null && Named(given.Required, "AllowEmptyStrings") is not true;
        int? min = Greater(Greater(Named(given.StringLength, "MinimumLength") as int?, First(given.MinLength)), Greater(First(given.Length), refusesEmpty ? 1 : null));
        int? most = First(given.MaxLength);
        most = most < 0 ? null : most; // [MaxLength] without a number means the most a database can hold
        int? max = Lesser(Lesser(First(given.StringLength), most), Second(given.Length));
        if (max < min)
        {
            Misplaced(length ?? given.Required!, property, "no text has at least " + Digits(min) + " and at most " + Digits(max) + " characters", sink);
        }

        RuleSpec rules = new(min, max, Email: given.Email is not null);
        if (given.Pattern is { ConstructorArguments: [{ Value: string pattern }] })
        {
            rules = WithPattern(rules, property, given.Pattern, pattern, sink);
        }

        if (given.Range is not null)
        {
            rules = WithRange(rules, property, kind, given.Range, sink);
        }

        return rules == new RuleSpec() ? null : rules;
    }

    private static RuleSpec WithPattern(RuleSpec rules, IPropertySymbol property, AttributeData attribute, string pattern, DiagnosticSink sink)
    {
        int timeout = Named(attribute, "MatchTimeoutInMilliseconds") as int? ?? 2000;
        if (timeout == 0)
        {
            Misplaced(attribute, property, "its timeout is 0; give milliseconds, or -1 for none", sink);
        }

        try
        {
            _ = Regex.IsMatch("", pattern, RegexOptions.CultureInvariant); // its cache spares the next keystroke the work
        }
        catch (ArgumentException e)
        {
            sink.Add(Rules.BadPattern, attribute, property, property.Name, e.Message);
        }

        return rules with { Pattern = pattern, PatternTimeout = timeout };
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
        if (Number(least, kind) is not { } minimum || Number(most, kind) is not { } maximum)
        {
            Misplaced(range, property, "its limits are no numbers in invariant spelling within the range of the type", sink);
            return rules;
        }

        if (Named(range, "MinimumIsExclusive") is true || Named(range, "MaximumIsExclusive") is true)
        {
            Misplaced(range, property, "exclusive limits are not supported; name the least and greatest value that is allowed", sink);
        }

        NumberStyles style = NumberStyles.Float;
        if (double.Parse(minimum, style, CultureInfo.InvariantCulture) > double.Parse(maximum, style, CultureInfo.InvariantCulture))
        {
            Misplaced(range, property, "no number is at least " + minimum + " and at most " + maximum, sink);
        }

        return rules with { Minimum = minimum, Maximum = maximum };
    }

    private static string? Number(object? value, PropertyKind kind)
    {
        string? text = value switch
        {
            string given => given,
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
        if (kind is PropertyKind.Single or PropertyKind.Double)
        {
            double widest = kind == PropertyKind.Single ? float.MaxValue : double.MaxValue;
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double d) && !double.IsNaN(d) && !double.IsInfinity(d)
                ? Math.Max(-widest, Math.Min(d, widest)).ToString("R", CultureInfo.InvariantCulture)
                : null;
        }

        // A range in doubles may be wider than any decimal: then it is as wide as the decimals are.
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal m) ? m.ToString(CultureInfo.InvariantCulture)
            : value is double wide && !double.IsNaN(wide) ? (wide < 0 ? decimal.MinValue : decimal.MaxValue).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static int? Greater(int? one, int? other) => one is null || other > one ? other : one;

    private static int? Lesser(int? one, int? other) => one is null || other < one ? other : one;

    private static string Digits(int? value) => value.GetValueOrDefault().ToString(CultureInfo.InvariantCulture);

    private static int? Second(AttributeData? attribute) => attribute is { ConstructorArguments: [_, { Value: int value }] } ? value : null;

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
