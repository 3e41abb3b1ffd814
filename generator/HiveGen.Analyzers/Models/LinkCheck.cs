using System.Collections.Generic;
using HiveGen.Analyzers.Rules;
using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Models;

/// <summary>HIVE0101, HIVE0105: where links lead.</summary>
internal static class LinkCheck
{
    private const int Cascade = 1;

    public static void Run(ModelView model, IPropertySymbol property)
    {
        if (Target(property, model.Types) is not { } target || target.Find(model.Types.Model) is not { } mark)
        {
            return;
        }

        if (model.IsSent(property) && mark.Named("Sync") is not string)
        {
            model.Report(ModelRules.LinkToUnsynced, property, property.Name, target.Name);
        }

        // A link to its own kind makes a tree, whose branches are meant to go with it.
        if (!target.Is(model.Type) && Cascades(property, model.Types) is { } link)
        {
            List<INamedTypeSymbol> path = [model.Type];
            if (Leads(target, model.Type, model.Types, path))
            {
                model.Report(ModelRules.CascadeRing, link, property, string.Join(" → ", path.ConvertAll(static type => type.Name)) + " → " + model.Type.Name);
            }
        }
    }

    /// <summary>Whether cascading links lead from one model to another; the path holds the models between.</summary>
    private static bool Leads(INamedTypeSymbol from, INamedTypeSymbol to, HiveTypes types, List<INamedTypeSymbol> path)
    {
        if (from.Is(to))
        {
            return true;
        }

        if (path.Contains(from, SymbolEqualityComparer.Default))
        {
            return false;
        }

        path.Add(from);
        for (INamedTypeSymbol? current = from; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol property && Cascades(property, types) is not null && Target(property, types) is { } next && Leads(next, to, types, path))
                {
                    return true;
                }
            }
        }

        path.RemoveAt(path.Count - 1);
        return false;
    }

    private static AttributeData? Cascades(IPropertySymbol property, HiveTypes types)
        => property.Find(types.LinkMark) is { } link && link.Named("OnDelete") is Cascade ? link : null;

    private static INamedTypeSymbol? Target(IPropertySymbol property, HiveTypes types)
    {
        ITypeSymbol type = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : property.Type;
        return type is INamedTypeSymbol { Arity: 1 or 2 } named && (named.Is(types.Link) || named.Is(types.KeyedLink)) ? named.TypeArguments[0] as INamedTypeSymbol : null;
    }

    private static bool Contains(this List<INamedTypeSymbol> path, INamedTypeSymbol type, SymbolEqualityComparer comparer)
        => path.Exists(other => comparer.Equals(other, type));
}
