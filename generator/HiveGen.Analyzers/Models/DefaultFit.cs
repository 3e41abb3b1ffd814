using System;
using System.Globalization;
using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Models;

/// <summary>Whether a constant is a value that its property takes.</summary>
internal static class DefaultFit
{
    private const int DefaultScale = 4;

    /// <returns>What is wrong, as the end of a sentence; null when nothing is.</returns>
    public static string? Problem(IPropertySymbol property, object value, HiveTypes types, RuleAttributes rules)
    {
        ITypeSymbol type = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : property.Type;
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum)
        {
            return IsNumber(value) && !EnumValues.Has(@enum, value) ? "is " + Text(value) + ", which '" + @enum.Name + "' has no name for" : null;
        }

        if (type.SpecialType == SpecialType.System_String)
        {
            return value is string text ? TextFit.Problem(property, text, rules) : null;
        }

        return !IsNumber(value) ? null : type.SpecialType switch
        {
            SpecialType.System_Single or SpecialType.System_Double when double.IsNaN(Convert.ToDouble(value, CultureInfo.InvariantCulture)) || double.IsInfinity(Convert.ToDouble(value, CultureInfo.InvariantCulture))
                => "is no finite number",
            SpecialType.System_UInt64 when value is ulong and > long.MaxValue => "is above 2^63 - 1, which SQLite cannot hold",
            SpecialType.System_Decimal when value is not (float or double) => Scaled(property, Convert.ToDecimal(value, CultureInfo.InvariantCulture), types) ?? Range(property, value, rules),
            >= SpecialType.System_SByte and <= SpecialType.System_Double => Range(property, value, rules),
            _ => null,
        };
    }

    /// <summary>Code that does not compile yet has constants of any kind anywhere.</summary>
    private static bool IsNumber(object value) => value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal;

    private static string? Scaled(IPropertySymbol property, decimal value, HiveTypes types)
    {
        int places = property.Find(types.Scale) is { ConstructorArguments: [{ Value: int given }] } ? given : DefaultScale;
        if (places is < 0 or > 18)
        {
            return null; // the generator refuses it
        }

        decimal whole = value;
        for (int i = 0; i < places; i++)
        {
            if (Math.Abs(whole) > long.MaxValue)
            {
                return "has too many digits for 64 bits";
            }

            whole *= 10;
        }

        return whole != decimal.Truncate(whole) ? "has more than " + Text(places) + " decimal places"
            : whole is < long.MinValue or > long.MaxValue ? "has too many digits for 64 bits"
            : null;
    }

    private static string? Range(IPropertySymbol property, object value, RuleAttributes rules)
    {
        if (property.Find(rules.Range) is not { } range || range.ConstructorArguments.Length is not (2 or 3))
        {
            return null;
        }

        int first = range.ConstructorArguments.Length - 2;
        double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return Number(range.ConstructorArguments[first].Value) is { } min && Number(range.ConstructorArguments[first + 1].Value) is { } max && (number < min || number > max)
            ? "is " + Text(value) + ", but [Range] is from " + Text(min) + " to " + Text(max)
            : null;
    }

    private static double? Number(object? value) => value switch
    {
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null,
        not null when IsNumber(value) => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture);
}
