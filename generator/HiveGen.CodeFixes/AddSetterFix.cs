using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.CodeFixes;

/// <summary>HIVE0108: gives a property a setter, so that it is stored.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddSetterFix : NodeFix<PropertyDeclarationSyntax>
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["HIVE0108"];

    private protected override string? Title(PropertyDeclarationSyntax node, Diagnostic diagnostic)
        => node.AccessorList is { Accessors: [{ RawKind: (int)SyntaxKind.GetAccessorDeclaration }] } ? "Add 'set'" : null;

    private protected override SyntaxNode Fix(PropertyDeclarationSyntax node, Diagnostic diagnostic, SemanticModel model)
    {
        AccessorDeclarationSyntax getter = node.AccessorList!.Accessors[0];
        AccessorDeclarationSyntax setter = SyntaxFactory.AccessorDeclaration(SyntaxKind.SetAccessorDeclaration)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken)).WithTrailingTrivia(getter.GetTrailingTrivia());
        return node.WithAccessorList(node.AccessorList.WithAccessors(SyntaxFactory.List([getter.WithTrailingTrivia(SyntaxFactory.Space), setter])));
    }
}
