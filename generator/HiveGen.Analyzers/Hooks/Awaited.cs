using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HiveGen.Analyzers.Hooks;

/// <summary>Whether a task was awaited earlier in the same body.</summary>
internal static class Awaited
{
    /// <param name="use">Where the task is used.</param>
    /// <param name="task">The task; only a local or parameter can be followed.</param>
    public static bool Before(IOperation use, IOperation? task)
    {
        ISymbol? symbol = Symbol(task);
        if (symbol is null)
        {
            return false;
        }

        // An await counts in the blocks around the use; one in a branch beside it may not have run.
        for (IOperation child = use; child.Parent is { } parent; child = parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }

            if (parent is IBlockOperation block && AwaitsBefore(block, child, symbol))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AwaitsBefore(IBlockOperation block, IOperation end, ISymbol symbol)
    {
        bool awaited = false;
        foreach (IOperation statement in block.Operations)
        {
            if (statement == end)
            {
                break;
            }

            if (Assigns(statement, symbol))
            {
                awaited = false; // another task from here on
            }

            awaited |= statement switch
            {
                IExpressionStatementOperation { Operation: IAwaitOperation wait } => Mentions(wait.Operation, symbol),
                IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Value: IAwaitOperation wait } } => Mentions(wait.Operation, symbol),
                IVariableDeclarationGroupOperation group => Mentions(group, symbol) && HoldsAwaitOf(group, symbol),
                _ => false,
            };
        }

        return awaited;
    }

    private static bool HoldsAwaitOf(IOperation operation, ISymbol symbol)
    {
        foreach (IOperation inner in operation.Descendants())
        {
            if (inner is IAwaitOperation wait && Mentions(wait.Operation, symbol))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Assigns(IOperation statement, ISymbol symbol)
    {
        foreach (IOperation inner in statement.DescendantsAndSelf())
        {
            if (inner is ISimpleAssignmentOperation assignment && SymbolEqualityComparer.Default.Equals(Symbol(assignment.Target), symbol))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The task itself, or in Task.WhenAll(…) and ConfigureAwait(…).</summary>
    private static bool Mentions(IOperation operation, ISymbol symbol)
    {
        foreach (IOperation inner in operation.DescendantsAndSelf())
        {
            if (SymbolEqualityComparer.Default.Equals(Symbol(inner), symbol))
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? Symbol(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
