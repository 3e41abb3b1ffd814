using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.CodeFixes;

/// <summary>HIVE0001: makes the class partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakePartialFix : NodeFix<TypeDeclarationSyntax>
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["HIVE0001"];

    private protected override string? Title(TypeDeclarationSyntax node, Diagnostic diagnostic) => $"Make '{node.Identifier.ValueText}' partial";

    private protected override SyntaxNode Fix(TypeDeclarationSyntax node, Diagnostic diagnostic, SemanticModel model) => Partial.Of(node);
}
