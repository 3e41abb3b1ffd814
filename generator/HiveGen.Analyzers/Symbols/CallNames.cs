using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.Analyzers.Symbols;

/// <summary>Where the name of a call stands: the least of a long chain that says what is meant.</summary>
internal static class CallNames
{
    public static Location Place(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => Place(call.Expression),
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        ConditionalAccessExpressionSyntax conditional => Place(conditional.WhenNotNull),
        _ => node.GetLocation(),
    };
}
