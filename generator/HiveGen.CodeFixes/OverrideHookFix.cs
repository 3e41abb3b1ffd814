using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.CodeFixes;

/// <summary>HIVE0202: makes a method override the hook whose event it takes. Its body stays; what it returns must be a ValueTask, or there is no fix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OverrideHookFix : NodeFix<MethodDeclarationSyntax>
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["HIVE0202"];

    private protected override string? Title(MethodDeclarationSyntax node, Diagnostic diagnostic)
        => diagnostic.Properties.TryGetValue("Hook", out string? hook) && hook is not null && CanReturn(node) ? $"Override '{hook}'" : null;

    private protected override SyntaxNode Fix(MethodDeclarationSyntax node, Diagnostic diagnostic, SemanticModel model)
    {
        SyntaxTriviaList leading = node.GetLeadingTrivia();
        MethodDeclarationSyntax bare = node.WithLeadingTrivia();
        SyntaxTokenList modifiers = SyntaxFactory.TokenList(Word(SyntaxKind.PublicKeyword), Word(SyntaxKind.OverrideKeyword));
        if (bare.Modifiers.Any(SyntaxKind.AsyncKeyword))
        {
            modifiers = modifiers.Add(Word(SyntaxKind.AsyncKeyword));
        }

        TypeSyntax type = ReturnsTask(node.ReturnType) ? Rename(bare.ReturnType) : bare.ReturnType;
        SyntaxToken name = SyntaxFactory.Identifier(diagnostic.Properties["Hook"]!).WithTriviaFrom(node.Identifier);
        return bare.WithModifiers(modifiers).WithReturnType(type.WithLeadingTrivia()).WithIdentifier(name).WithLeadingTrivia(leading);
    }

    /// <summary>A ValueTask stays; an async Task becomes one and its body does not notice.</summary>
    private static bool CanReturn(MethodDeclarationSyntax method)
        => method.ReturnType is SimpleNameSyntax { Identifier.ValueText: "ValueTask", Arity: 0 } or QualifiedNameSyntax { Right: { Identifier.ValueText: "ValueTask", Arity: 0 } }
        || (method.Modifiers.Any(SyntaxKind.AsyncKeyword) && ReturnsTask(method.ReturnType));

    private static bool ReturnsTask(TypeSyntax type) => type is SimpleNameSyntax { Identifier.ValueText: "Task", Arity: 0 } or QualifiedNameSyntax { Right: { Identifier.ValueText: "Task", Arity: 0 } };

    private static TypeSyntax Rename(TypeSyntax type) => type is QualifiedNameSyntax qualified
        ? qualified.WithRight(SyntaxFactory.IdentifierName(SyntaxFactory.Identifier("ValueTask").WithTriviaFrom(qualified.Right.Identifier)))
        : SyntaxFactory.IdentifierName("ValueTask").WithTriviaFrom(type);

    private static SyntaxToken Word(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);
}
