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

    /// <summary>Whether the value has a name. What is no whole number has the compiler's error already.</summary>
    public static bool Has(INamedTypeSymbol type, object value)
    {
        if (value is not (sbyte or byte or short or ushort or int or uint or long or ulong))
        {
            return true;
        }

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
