using HiveGen.Analyzers.Rules;
using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.Analyzers.Models;

/// <summary>HIVE0106 where nothing is written: an enum without a name for 0 has no default.</summary>
internal static class EnumDefaultCheck
{
    public static void Run(ModelView model, IPropertySymbol property)
    {
        if (property.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } type && !property.IsRequired && !property.Has(model.Types.Json)
            && property.DeclaringSyntaxReferences is [var declaration]
            && declaration.GetSyntax(model.Context.CancellationToken) is PropertyDeclarationSyntax { Initializer: null }
            && EnumValues.HasMembers(type) && !EnumValues.Has(type, 0L))
        {
            model.Report(ModelRules.DefaultDoesNotFit, property, property.Name, "is 0, which '" + type.Name + "' has no name for");
        }
    }
}
