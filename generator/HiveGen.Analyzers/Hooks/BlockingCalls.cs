using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HiveGen.Analyzers.Hooks;

/// <summary>Calls that hold the thread until something happens. Names are compared first: they differ nearly always.</summary>
internal sealed class BlockingCalls(Compilation compilation)
{
    private const string Tasks = "System.Threading.Tasks.";
    private const string Awaiters = "System.Runtime.CompilerServices.";

    private readonly INamedTypeSymbol? task = compilation.GetTypeByMetadataName(Tasks + "Task");
    private readonly INamedTypeSymbol? taskOfT = compilation.GetTypeByMetadataName(Tasks + "Task`1");
    private readonly INamedTypeSymbol? valueTaskOfT = compilation.GetTypeByMetadataName(Tasks + "ValueTask`1");
    private readonly INamedTypeSymbol? thread = compilation.GetTypeByMetadataName("System.Threading.Thread");
    private readonly INamedTypeSymbol?[] awaiters =
    [
        compilation.GetTypeByMetadataName(Awaiters + "TaskAwaiter"), compilation.GetTypeByMetadataName(Awaiters + "TaskAwaiter`1"),
        compilation.GetTypeByMetadataName(Awaiters + "ValueTaskAwaiter"), compilation.GetTypeByMetadataName(Awaiters + "ValueTaskAwaiter`1"),
    ];

    public bool IsTask(INamedTypeSymbol type) => type.Is(taskOfT) || type.Is(valueTaskOfT);

    public bool Blocks(IMethodSymbol method) => method.Name switch
    {
        "Wait" or "WaitAll" or "WaitAny" => method.ContainingType.Is(task),
        "Sleep" => method.ContainingType.Is(thread),
        "GetResult" => IsAwaiter(method.ContainingType),
        _ => false,
    };

    /// <summary>Task.CompletedTask, Task.FromResult(…).</summary>
    public bool IsCompletedTask(IOperation value) => value switch
    {
        IPropertyReferenceOperation { Property: { Name: "CompletedTask", ContainingType: var type } } => type.Is(task),
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: var type } } => type.Is(task),
        _ => false,
    };

    private bool IsAwaiter(INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol? awaiter in awaiters)
        {
            if (type.Is(awaiter))
            {
                return true;
            }
        }

        return false;
    }
}
