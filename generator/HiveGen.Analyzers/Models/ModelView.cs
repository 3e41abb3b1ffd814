using System.Collections.Generic;
using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HiveGen.Analyzers.Models;

/// <summary>A model under analysis.</summary>
/// <param name="type">The class.</param>
/// <param name="isSynced">Whether it leaves the Hive.</param>
/// <param name="types">HiveGen's types.</param>
/// <param name="context">Takes what is found.</param>
internal sealed class ModelView(INamedTypeSymbol type, bool isSynced, HiveTypes types, SymbolAnalysisContext context)
{
    public INamedTypeSymbol Type => type;

    public bool IsSynced => isSynced;

    public HiveTypes Types => types;

    public SymbolAnalysisContext Context => context;

    /// <summary>The public properties of the class and its bases that are not marked [NotMapped], each as its last override or namesake.</summary>
    public IEnumerable<IPropertySymbol> Properties(RuleAttributes rules)
    {
        HashSet<string>? seen = null;
        for (INamedTypeSymbol? current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            bool isLast = current.BaseType is null or { SpecialType: SpecialType.System_Object } && seen is null;
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } property
                    && (isLast || (seen ??= []).Add(property.Name)) && !property.Has(rules.NotMapped))
                {
                    yield return property;
                }
            }
        }
    }

    /// <summary>Whether it is a column: it can be set, or a constructor takes it.</summary>
    public bool IsStored(IPropertySymbol property)
    {
        if (property.SetMethod is { } setter && (property.ContainingType.Is(type) || setter.DeclaredAccessibility != Accessibility.Private))
        {
            return true;
        }

        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            foreach (IParameterSymbol parameter in constructor.Parameters)
            {
                if (string.Equals(parameter.Name, property.Name, System.StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public bool IsSent(IPropertySymbol property) => isSynced && !property.Has(types.LocalOnly);

    /// <summary>Reports at the property; at the class if it inherits the property.</summary>
    public void Report(DiagnosticDescriptor rule, IPropertySymbol property, params object[] arguments)
        => context.ReportDiagnostic(Diagnostic.Create(rule, IsOwn(property) ? property.Locations[0] : type.Locations[0], arguments));

    /// <summary>Reports at the attribute; at the class if it inherits the property that carries it.</summary>
    public void Report(DiagnosticDescriptor rule, AttributeData attribute, ISymbol owner, params object[] arguments)
        => context.ReportDiagnostic(Diagnostic.Create(rule, owner is IPropertySymbol property && !IsOwn(property) ? type.Locations[0] : attribute.Place(owner, context.CancellationToken), arguments));

    private bool IsOwn(IPropertySymbol property) => SymbolEqualityComparer.Default.Equals(property.ContainingType, type);
}
