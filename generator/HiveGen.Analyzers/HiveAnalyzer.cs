using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HiveGen.Analyzers;

/// <summary>What all rules have in common: they run concurrently, leave generated code alone, and do nothing where HiveGen is not referenced.</summary>
public abstract class HiveAnalyzer : DiagnosticAnalyzer
{
    private protected HiveAnalyzer()
    {
    }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (HiveTypes.Of(start.Compilation) is { } types)
            {
                Start(start, types);
            }
        });
    }

    /// <summary>Registers what looks at code; which must ask itself for types of the runtime, since a library may have the schema alone.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext context, HiveTypes types);
}
