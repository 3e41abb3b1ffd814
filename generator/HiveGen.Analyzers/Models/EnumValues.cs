using System;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Models;

/// <summary>Which values of an enum have a name; only those can be stored.</summary>
internal static class EnumValues
{
    public static bool HasMembers(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true })
            {
                return true;
            }
        }

        return false;
    }

    public static bool Has(INamedTypeSymbol type, object value)
    {
        decimal number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: { } constant } && Convert.ToDecimal(constant, CultureInfo.InvariantCulture) == number)
            {
                return true;
            }
        }

        return false;
    }
}
