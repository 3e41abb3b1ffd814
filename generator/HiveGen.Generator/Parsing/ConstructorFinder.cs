using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.Generator.Parsing;

/// <summary>Finds how records of a class are made.</summary>
internal static class ConstructorFinder
{
    /// <summary>The constructor without parameters, else the longest (of equally long ones the first) whose parameters are all stored properties.</summary>
    public static IMethodSymbol? Find(INamedTypeSymbol type, List<IPropertySymbol> properties)
    {
        IMethodSymbol? best = null;
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            if (constructor.Parameters.Length == 0)
            {
                return constructor;
            }

            // Not the copying one of a record: no model stores a model.
            if ((best is null || constructor.Parameters.Length > best.Parameters.Length) && AllKnown(constructor.Parameters, properties))
            {
                best = constructor;
            }
        }

        return best;
    }

    /// <summary>Whether the constructor stands in the head of its class, so that it has no code of its own.</summary>
    public static bool IsPlain(IMethodSymbol constructor)
        => constructor.Parameters.Length > 0 && constructor.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is TypeDeclarationSyntax;

    public static int ParameterOf(IMethodSymbol constructor, IPropertySymbol property)
    {
        for (int i = 0; i < constructor.Parameters.Length; i++)
        {
            if (Matches(constructor.Parameters[i], property))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool AllKnown(ImmutableArray<IParameterSymbol> parameters, List<IPropertySymbol> properties)
    {
        foreach (IParameterSymbol parameter in parameters)
        {
            bool known = false;
            foreach (IPropertySymbol property in properties)
            {
                known |= Matches(parameter, property);
            }

            if (!known || parameter.RefKind != RefKind.None)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Matches(IParameterSymbol parameter, IPropertySymbol property)
        => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type);
}
