using System.Collections.Immutable;
using HiveGen.Analyzers.Rules;
using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HiveGen.Analyzers.Client;

/// <summary>HIVE0301, HIVE0304: a call whose result nobody takes although it is all there is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedAnalyzer : HiveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ClientRules.QueryDropped, ClientRules.NotAwaited];

    private protected override void Start(CompilationStartAnalysisContext context, HiveTypes types)
    {
        if (types.HiveDatabase is not null)
        {
            context.RegisterOperationAction(statement => Analyze(statement, types), OperationKind.ExpressionStatement);
        }
    }

    private static void Analyze(OperationAnalysisContext context, HiveTypes types)
    {
        IOperation dropped = ((IExpressionStatementOperation)context.Operation).Operation;
        dropped = dropped is IConditionalAccessOperation conditional ? conditional.WhenNotNull : dropped;
        if (dropped is not IInvocationOperation call)
        {
            return;
        }

        if (call.Type.FindBase(types.Query) is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(ClientRules.QueryDropped, CallNames.Place(call.Syntax), call.TargetMethod.Name));
            return;
        }

        // The task may be dressed up, and is dropped all the same.
        while (call is { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve", Instance: IInvocationOperation inner })
        {
            call = inner;
        }

        if (IsWrite(call.TargetMethod, types))
        {
            context.ReportDiagnostic(Diagnostic.Create(ClientRules.NotAwaited, CallNames.Place(call.Syntax), call.TargetMethod.Name));
        }
    }

    private static bool IsWrite(IMethodSymbol method, HiveTypes types)
        => method.Name.EndsWith("Async", System.StringComparison.Ordinal) && method.ReturnType.Name is "ValueTask" or "Task"
        && (method.ContainingType.Is(types.RecordSet) || method.ContainingType.Is(types.FilteredQuery) || method.ContainingType.Is(types.OrderedQuery) || method.ContainingType.Is(types.HiveDatabase) || method.ContainingType.Is(types.HiveSql));
}
