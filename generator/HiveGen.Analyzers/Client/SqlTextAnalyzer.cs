using System.Collections.Immutable;
using HiveGen.Analyzers.Rules;
using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HiveGen.Analyzers.Client;

/// <summary>HIVE0305: SQL for the Hive that is put together from values.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SqlTextAnalyzer : HiveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ClientRules.InterpolatedSql];

    private protected override void Start(CompilationStartAnalysisContext context, HiveTypes types)
    {
        if (types.HiveSql is not null && context.Compilation.GetTypeByMetadataName("Microsoft.Data.Sqlite.SqliteCommand") is { } command)
        {
            context.RegisterOperationAction(operation => AnalyzeAssignment(operation, command), OperationKind.SimpleAssignment);
            context.RegisterOperationAction(operation => AnalyzeCreation(operation, command), OperationKind.ObjectCreation);
        }
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context, INamedTypeSymbol command)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "CommandText" } property } && property.ContainingType.Is(command))
        {
            Check(context, assignment.Value);
        }
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, INamedTypeSymbol command)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type.Is(command) && creation.Arguments is [{ Parameter.Type.SpecialType: SpecialType.System_String, Value: var text }, ..])
        {
            Check(context, text);
        }
    }

    private static void Check(OperationAnalysisContext context, IOperation text)
    {
        if (IsMixed(text))
        {
            context.ReportDiagnostic(Diagnostic.Create(ClientRules.InterpolatedSql, text.Syntax.GetLocation()));
        }
    }

    /// <summary>Whether more than constants went into it.</summary>
    private static bool IsMixed(IOperation text)
    {
        if (text.ConstantValue.HasValue)
        {
            return false;
        }

        return text switch
        {
            IInterpolatedStringOperation { Parts: var parts } => HoldsValue(parts),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsMixed(sum.LeftOperand) || IsMixed(sum.RightOperand) || IsValue(sum.LeftOperand) || IsValue(sum.RightOperand),
            IInvocationOperation { TargetMethod: { Name: "Format" or "Concat", ContainingType.SpecialType: SpecialType.System_String } } => true,
            IParenthesizedOperation inner => IsMixed(inner.Operand),
            IConversionOperation { IsImplicit: true } conversion => IsMixed(conversion.Operand),
            _ => false,
        };
    }

    private static bool HoldsValue(ImmutableArray<IInterpolatedStringContentOperation> parts)
    {
        foreach (IInterpolatedStringContentOperation part in parts)
        {
            if (part is IInterpolationOperation { Expression: var value } && IsValue(value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsValue(IOperation operation)
        => !operation.ConstantValue.HasValue && operation is not (IInterpolatedStringOperation or IBinaryOperation)
        && !(operation is IConversionOperation { IsImplicit: true } conversion && !IsValue(conversion.Operand))
        && !(operation is IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } });
}
