using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.CodeFixes;

/// <summary>HIVE0304: awaits a write, where the method is async already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AwaitWriteFix : NodeFix<ExpressionStatementSyntax>
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["HIVE0304"];

    private protected override string? Title(ExpressionStatementSyntax node, Diagnostic diagnostic) => IsAsync(node) && node.Expression is not ConditionalAccessExpressionSyntax ? "Await it" : null;

    private protected override SyntaxNode Fix(ExpressionStatementSyntax node, Diagnostic diagnostic, SemanticModel model)
    {
        ExpressionSyntax call = node.Expression.WithLeadingTrivia();
        SyntaxToken await = SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return node.WithExpression(SyntaxFactory.AwaitExpression(await, call).WithLeadingTrivia(node.GetLeadingTrivia()));
    }

    private static bool IsAsync(SyntaxNode node)
    {
        for (SyntaxNode? parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case AnonymousFunctionExpressionSyntax lambda: return lambda.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax local: return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method: return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax: return true;
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax: return false;
            }
        }

        return false;
    }
}
