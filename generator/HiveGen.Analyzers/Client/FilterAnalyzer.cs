using System.Collections.Immutable;
using HiveGen.Analyzers.Rules;
using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HiveGen.Analyzers.Client;

/// <summary>HIVE0302, HIVE0303: filters that let everything or nothing through, and writes without one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FilterAnalyzer : HiveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ClientRules.FilterWithoutEffect, ClientRules.EveryRecord];

    private protected override void Start(CompilationStartAnalysisContext context, HiveTypes types)
    {
        if (types.Filter is not null)
        {
            context.RegisterOperationAction(operation => AnalyzeProperty(operation, types), OperationKind.PropertyReference);
            context.RegisterOperationAction(operation => AnalyzeCall(operation, types), OperationKind.Invocation);
        }
    }

    private static void AnalyzeProperty(OperationAnalysisContext context, HiveTypes types)
    {
        IPropertyReferenceOperation reference = (IPropertyReferenceOperation)context.Operation;
        string? problem = reference.Property.Name switch
        {
            "IsNull" or "IsNotNull" when reference.Property.ContainingType.Is(types.Column) && NeverNull(reference.Instance)
                => $"'{Name(reference.Instance)}' is never null, so '{reference.Property.Name}' gives {(reference.Property.Name == "IsNull" ? "no record" : "every record")}",
            "All" when reference.Property.ContainingType.Is(types.Filter) && IsJoined(reference, out string effect) => effect,
            _ => null,
        };
        if (problem is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(ClientRules.FilterWithoutEffect, CallNames.Place(reference.Syntax), problem));
        }
    }

    private static void AnalyzeCall(OperationAnalysisContext context, HiveTypes types)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("SetAsync" or "RemoveAsync" or "Set" or "Remove"))
        {
            return;
        }

        ITypeSymbol? model = call.TargetMethod.ContainingType.Is(types.FilteredQuery) && IsEverything(call.Instance, types) ? call.TargetMethod.ContainingType.TypeArguments[0]
            : call.TargetMethod.ContainingType.Is(types.Batch) && call.Arguments.Length > 0 && IsAll(call.Arguments[0].Value, types) ? call.TargetMethod.TypeArguments[0]
            : null;
        if (model is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(ClientRules.EveryRecord, CallNames.Place(call.Syntax), call.TargetMethod.Name, model.Name));
        }
    }

    /// <summary>All(), or Where(_ => Filter&lt;T>.All), with nothing behind it.</summary>
    private static bool IsEverything(IOperation? query, HiveTypes types) => query is IInvocationOperation call && call.TargetMethod.Name switch
    {
        "All" => call.TargetMethod.ContainingType.Is(types.RecordSet),
        "Where" => (call.TargetMethod.ContainingType.Is(types.RecordSet) || IsEverything(call.Instance, types)) && call.Arguments is [{ Value: var filter }] && IsAll(Body(filter), types),
        _ => false,
    };

    private static bool IsAll(IOperation? filter, HiveTypes types) => filter is IPropertyReferenceOperation { Property: { Name: "All", ContainingType: var type } } && type.Is(types.Filter);

    /// <summary>What a lambda gives, if it is one expression.</summary>
    private static IOperation? Body(IOperation lambda)
        => lambda is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } value }] } } ? value : null;

    /// <summary>Whether 'every record' is joined with another filter, or is all that a Where says.</summary>
    private static bool IsJoined(IOperation all, out string effect)
    {
        effect = all.Parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.And } => "'All' lets every record through, so '&' with it changes nothing",
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Or } => "'All' lets every record through, so '|' with it leaves nothing of the other filter",
            IReturnOperation { Parent: IBlockOperation { Parent: IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Where" } } } } } }
                => "'All' lets every record through, so this Where changes nothing",
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Narrow" } } => "'All' lets every record through, so this Narrow changes nothing",
            _ => "",
        };
        return effect.Length > 0;
    }

    /// <summary>Whether the column is of a property that cannot be null. Columns are generated into the model's class.</summary>
    private static bool NeverNull(IOperation? column)
    {
        if (column is not IFieldReferenceOperation { Field: { ContainingType: { Name: "Columns", ContainingType: { } model } } token })
        {
            return false;
        }

        for (INamedTypeSymbol? current = model; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(token.Name))
            {
                if (member is IPropertySymbol property)
                {
                    return property.NullableAnnotation == NullableAnnotation.NotAnnotated || (property.Type.IsValueType && property.Type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T);
                }
            }
        }

        return false;
    }

    private static string Name(IOperation? column) => ((IFieldReferenceOperation)column!).Field.Name;
}
