using System.Collections.Immutable;
using HiveGen.Analyzers.Rules;
using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HiveGen.Analyzers.Hooks;

/// <summary>HIVE0203, HIVE0204: what the code of a hook should not do.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HookBodyAnalyzer : HiveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HookRules.Blocking, HookRules.WaitUntilTooLate];

    private protected override void Start(CompilationStartAnalysisContext context, HiveTypes types)
    {
        if (types.ModelHooks is not null)
        {
            BlockingCalls calls = new(context.Compilation);
            context.RegisterOperationAction(operation => AnalyzeResult(operation, types, calls), OperationKind.PropertyReference);
            context.RegisterOperationAction(operation => AnalyzeCall(operation, types, calls), OperationKind.Invocation);
        }
    }

    private static void AnalyzeResult(OperationAnalysisContext context, HiveTypes types, BlockingCalls calls)
    {
        IPropertyReferenceOperation reference = (IPropertyReferenceOperation)context.Operation;
        if (reference.Property.Name == "Result" && calls.IsTask(reference.Property.ContainingType) && IsHook(context.ContainingSymbol, types) && !Awaited.Before(reference, reference.Instance))
        {
            Report(context, reference, "Result");
        }
    }

    private static void AnalyzeCall(OperationAnalysisContext context, HiveTypes types, BlockingCalls calls)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (calls.Blocks(call.TargetMethod) && IsHook(context.ContainingSymbol, types))
        {
            IOperation? task = call.TargetMethod.Name == "GetResult" && call.Instance is IInvocationOperation awaiter ? awaiter.Instance : call.Instance;
            if (!Awaited.Before(call, task))
            {
                Report(context, call, call.TargetMethod.IsStatic ? call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name : call.TargetMethod.Name);
            }
        }
        else if (call is { TargetMethod.Name: "WaitUntil", Arguments: [{ Value: var argument }] } && call.TargetMethod.ContainingType.Is(types.FollowingEvent))
        {
            IOperation work = argument is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : argument;
            string? ended = calls.IsCompletedTask(work) ? "A completed task" : Awaited.Before(call, work) ? "'" + work.Syntax + "'" : null;
            if (ended is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(HookRules.WaitUntilTooLate, work.Syntax.GetLocation(), ended));
            }
        }
    }

    private static void Report(OperationAnalysisContext context, IOperation operation, string what)
        => context.ReportDiagnostic(Diagnostic.Create(HookRules.Blocking, CallNames.Place(operation.Syntax), what));

    private static bool IsHook(ISymbol symbol, HiveTypes types) => symbol.ContainingType.FindBase(types.ModelHooks) is not null;
}
