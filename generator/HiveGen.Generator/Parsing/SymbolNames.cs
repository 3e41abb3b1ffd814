using System.Text;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>Names of symbols, without the cost of display formats.</summary>
internal static class SymbolNames
{
    public static bool Is(this INamedTypeSymbol? type, string name, string @namespace)
        => type is not null && type.Name == name && type.ContainingType is null && IsNamespace(type.ContainingNamespace, @namespace);

    /// <summary>The full name with <c>global::</c>, type arguments included, outer nullability left out.</summary>
    public static string FullName(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { IsGenericType: false, SpecialType: SpecialType.None } named)
        {
            return type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat
                .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
        }

        StringBuilder text = new("global::");
        AppendContainer(text, named);
        return text.Append(CSharpNames.Escape(named.Name)).ToString();
    }

    public static string Namespace(INamespaceSymbol? symbol)
    {
        if (symbol is null || symbol.IsGlobalNamespace)
        {
            return "";
        }

        return symbol.ContainingNamespace is { IsGlobalNamespace: false } parent ? Namespace(parent) + "." + symbol.Name : symbol.Name;
    }

    private static void AppendContainer(StringBuilder text, ISymbol symbol)
    {
        ISymbol? container = (ISymbol?)symbol.ContainingType ?? symbol.ContainingNamespace;
        if (container is null or INamespaceSymbol { IsGlobalNamespace: true })
        {
            return;
        }

        AppendContainer(text, container);
        text.Append(CSharpNames.Escape(container.Name)).Append('.');
    }

    private static bool IsNamespace(INamespaceSymbol? symbol, string name)
    {
        int end = name.Length;
        while (symbol is { IsGlobalNamespace: false })
        {
            int start = end - symbol.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, symbol.Name, 0, symbol.Name.Length) != 0 || (start > 0 && name[start - 1] != '.'))
            {
                return false;
            }

            end = start - 1;
            symbol = symbol.ContainingNamespace;
        }

        return end <= 0;
    }
}
