using System.Globalization;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The values that columns and requests may leave out.</summary>
internal static class Defaults
{
    /// <summary>The value as SQL; null when there is none.</summary>
    public static string? Sql(PropertySpec p)
    {
        if (Value(p) is not { } value)
        {
            return null;
        }

        return p.Kind switch
        {
            PropertyKind.Text or PropertyKind.Enum => value.IndexOf('\0') < 0 ? Literal.Sql(value) : null,
            PropertyKind.Bool => value == "true" ? "1" : "0",
            PropertyKind.Decimal => Scaled(value, p.Scale),
            PropertyKind.Single or PropertyKind.Double => value.IndexOfAny(['.', 'E']) < 0 ? value + ".0" : value,
            _ => value,
        };
    }

    /// <summary>The value as C#; null when there is none.</summary>
    public static string? CSharp(PropertySpec p)
    {
        if (Value(p) is not { } value)
        {
            return null;
        }

        return p.Kind switch
        {
            PropertyKind.Text => Literal.Text(value),
            PropertyKind.Enum => p.Enum!.Type + "." + CSharpNames.Escape(value),
            PropertyKind.Decimal => value + "m",
            PropertyKind.Single => value + "f",
            PropertyKind.Double => value + "d",
            PropertyKind.UInt32 => value + "u",
            PropertyKind.Int64 => value + "L",
            PropertyKind.UInt64 => value + "ul",
            PropertyKind.TimeOnly or PropertyKind.TimeSpan => "default(" + Kinds.Type(p) + ")",
            _ => value,
        };
    }

    /// <summary>Whether a create over the wire must carry the property.</summary>
    public static bool IsRequired(PropertySpec p)
    {
        if (p.IsId)
        {
            return true;
        }

        if (p.Has(PropertyTraits.CreatedAt | PropertyTraits.UpdatedAt | PropertyTraits.LocalOnly | PropertyTraits.Initialised))
        {
            return false;
        }

        return p.Has(PropertyTraits.Required | PropertyTraits.RequiredAttribute) ? !p.IsNullable || p.Has(PropertyTraits.RequiredAttribute) : !p.IsNullable && Value(p) is null;
    }

    /// <summary>The constant initialiser; else what C# gives a number, bool or enum that nobody sets.</summary>
    private static string? Value(PropertySpec p)
    {
        if (p.Default is not null)
        {
            return p.IsId ? null : p.Default;
        }

        bool hasZero = !p.IsNullable && !p.IsId && !p.Has(PropertyTraits.Required | PropertyTraits.Parameter | PropertyTraits.Initialised | PropertyTraits.RequiredAttribute);
        return !hasZero ? null : p.Kind switch
        {
            PropertyKind.Bool => "false",
            >= PropertyKind.Byte and <= PropertyKind.Decimal or PropertyKind.TimeOnly or PropertyKind.TimeSpan => "0",
            PropertyKind.Enum => p.Enum!.Zero,
            _ => null,
        };
    }

    private static string? Scaled(string value, int places)
    {
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            return null;
        }

        for (int i = 0; i < places; i++)
        {
            if (number > decimal.MaxValue / 10 || number < decimal.MinValue / 10)
            {
                return null;
            }

            number *= 10;
        }

        return number == decimal.Truncate(number) && number >= long.MinValue && number <= long.MaxValue
            ? decimal.Truncate(number).ToString("0", CultureInfo.InvariantCulture)
            : null;
    }
}
