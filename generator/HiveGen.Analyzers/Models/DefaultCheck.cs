using HiveGen.Analyzers.Rules;
using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HiveGen.Analyzers.Models;

/// <summary>HIVE0106: a constant initialiser, which is the column's default, that breaks a rule of its own property.</summary>
internal static class DefaultCheck
{
    public static void Run(OperationAnalysisContext context, HiveTypes types, RuleAttributes rules)
    {
        IOperation value = ((ISymbolInitializerOperation)context.Operation).Value;
        if (Property(context.Operation) is not { ContainingType: { } type } property || !type.Has(types.Model) || property.Has(rules.NotMapped) || property.Has(types.Json))
        {
            return;
        }

        while (!value.ConstantValue.HasValue && value is IConversionOperation { IsImplicit: true } conversion)
        {
            value = conversion.Operand;
        }

        if (value.ConstantValue is { HasValue: true, Value: { } constant } && DefaultFit.Problem(property, constant, types, rules) is { } problem)
        {
            context.ReportDiagnostic(Diagnostic.Create(ModelRules.DefaultDoesNotFit, value.Syntax.GetLocation(), property.Name, problem));
        }
    }

    /// <summary>The initialised property; for a parameter in the head of a record, the one that it makes.</summary>
    private static IPropertySymbol? Property(IOperation initializer)
    {
        if (initializer is IPropertyInitializerOperation { InitializedProperties: [var property] })
        {
            return property.IsStatic ? null : property;
        }

        if (initializer is IParameterInitializerOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } record } } parameter })
        {
            foreach (ISymbol member in record.GetMembers(parameter.Name))
            {
                if (member is IPropertySymbol made)
                {
                    return made;
                }
            }
        }

        return null;
    }
}
