using System.Collections.Generic;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>The names of an enum's values.</summary>
internal static class EnumParser
{
    public static EnumSpec Parse(INamedTypeSymbol type)
    {
        List<string> members = [];
        List<string>? aliases = null;
        List<object?> values = [];
        string? zero = null;
        foreach (ISymbol symbol in type.GetMembers())
        {
            if (symbol is not IFieldSymbol { HasConstantValue: true } field)
            {
                continue;
            }

            if (values.Contains(field.ConstantValue))
            {
                (aliases ??= []).Add(field.Name);
                continue;
            }

            values.Add(field.ConstantValue);
            members.Add(field.Name);
            zero ??= IsZero(field.ConstantValue) ? field.Name : null;
        }

        return new EnumSpec(SymbolNames.FullName(type), new(members), new(aliases), zero);
    }

    public static bool IsFlags(INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass.Is("FlagsAttribute", "System"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsZero(object? value) => value is 0 or 0L or (byte)0 or (short)0 or 0U or 0UL or (sbyte)0 or (ushort)0;
}
