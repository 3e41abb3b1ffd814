using HiveGen.Analyzers.Rules;
using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Models;

/// <summary>HIVE0109: a [JsonColumn] collection that can be changed behind the Hive's back.</summary>
internal static class CollectionCheck
{
    public static void Run(ModelView model, IPropertySymbol property)
    {
        if (property.Has(model.Types.Json) && IsMutable(property.Type))
        {
            model.Report(ModelRules.MutableCollection, property, property.Name);
        }
    }

    private static bool IsMutable(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol)
        {
            return true;
        }

        string space = type.ContainingNamespace?.Name ?? "";
        if (space is "Immutable" or "Frozen" || type.Name.StartsWith("ReadOnly", System.StringComparison.Ordinal))
        {
            return false;
        }

        if (IsCollection(type))
        {
            return true;
        }

        foreach (INamedTypeSymbol face in type.AllInterfaces)
        {
            if (IsCollection(face))
            {
                return type.Name is not ("JsonNode" or "JsonObject" or "JsonArray");
            }
        }

        return false;
    }

    private static bool IsCollection(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_ICollection_T;
}
