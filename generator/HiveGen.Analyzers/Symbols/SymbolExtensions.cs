using System.Threading;
using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Symbols;

/// <summary>Questions that the rules ask of symbols.</summary>
internal static class SymbolExtensions
{
    public static bool Is(this ISymbol? symbol, ISymbol? other) => other is not null && SymbolEqualityComparer.Default.Equals(symbol?.OriginalDefinition, other);

    public static AttributeData? Find(this ISymbol symbol, INamedTypeSymbol? attribute)
    {
        foreach (AttributeData candidate in symbol.GetAttributes())
        {
            if (candidate.AttributeClass.Is(attribute))
            {
                return candidate;
            }
        }

        return null;
    }

    public static bool Has(this ISymbol symbol, INamedTypeSymbol? attribute) => symbol.Find(attribute) is not null;

    /// <summary>The type itself or one of its bases that is made of this definition.</summary>
    public static INamedTypeSymbol? FindBase(this ITypeSymbol? type, INamedTypeSymbol? definition)
    {
        for (INamedTypeSymbol? current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (current.Is(definition))
            {
                return current;
            }
        }

        return null;
    }

    public static object? Named(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value.Value;
            }
        }

        return null;
    }

    /// <summary>Where the attribute stands; where its owner does if it was compiled elsewhere.</summary>
    public static Location Place(this AttributeData attribute, ISymbol owner, CancellationToken cancellationToken)
        => attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation() ?? owner.Locations[0];
}
