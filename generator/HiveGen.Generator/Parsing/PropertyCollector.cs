using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>The public properties of a class and its bases that hold values: those of the outermost base first.</summary>
internal static class PropertyCollector
{
    public static List<IPropertySymbol> Collect(INamedTypeSymbol type)
    {
        List<IPropertySymbol> found = [];
        Collect(type, type, found);
        return found;
    }

    private static void Collect(INamedTypeSymbol type, INamedTypeSymbol model, List<IPropertySymbol> found)
    {
        int inherited = 0;
        if (type.BaseType is { SpecialType: not SpecialType.System_Object } parent)
        {
            Collect(parent, model, found);
            inherited = found.Count;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (member is not IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public } property || property.GetMethod is not { } getter || !IsReachable(getter, model) || property.Name.Length == 0)
            {
                continue;
            }

            int hidden = IndexOf(found, property.Name, inherited);
            if (hidden >= 0)
            {
                found[hidden] = property;
            }
            else
            {
                found.Add(property);
            }
        }
    }

    /// <summary>Whether the generated part of the model can set it.</summary>
    public static bool IsSettable(IPropertySymbol property, INamedTypeSymbol model) => property.SetMethod is { } setter && IsReachable(setter, model);

    /// <summary>Whether code in the model can call an accessor.</summary>
    private static bool IsReachable(IMethodSymbol accessor, INamedTypeSymbol model)
        => SymbolEqualityComparer.Default.Equals(accessor.ContainingType, model)
        || accessor.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        || (accessor.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal
            && SymbolEqualityComparer.Default.Equals(accessor.ContainingAssembly, model.ContainingAssembly));

    private static int IndexOf(List<IPropertySymbol> properties, string name, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (properties[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
