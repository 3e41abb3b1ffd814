using HiveGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Models;

/// <summary>HIVE0108: a property that holds a value of its own, which nobody stores. One that is computed holds none.</summary>
internal static class NotStoredCheck
{
    public static void Run(ModelView model, IPropertySymbol property)
    {
        if (property.Name == "Id" || property.IsAbstract)
        {
            return;
        }

        foreach (ISymbol member in property.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol { AssociatedSymbol: { } owner } && SymbolEqualityComparer.Default.Equals(owner, property))
            {
                model.Report(ModelRules.NotStored, property, property.Name);
                return;
            }
        }
    }
}
