using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.CodeFixes;

/// <summary>HIVE0104: keeps a secret in the Hive.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LocalOnlyFix : NodeFix<SyntaxNode>
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["HIVE0104"];

    private protected override SyntaxNode? Find(SyntaxNode? found)
        => (SyntaxNode?)found?.FirstAncestorOrSelf<PropertyDeclarationSyntax>() ?? found?.FirstAncestorOrSelf<ParameterSyntax>();

    private protected override string? Title(SyntaxNode node, Diagnostic diagnostic) => "Mark it [LocalOnly]";

    private protected override SyntaxNode Fix(SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
        => node is ParameterSyntax parameter ? AttributeSyntaxes.AddToProperty(parameter, "LocalOnly", model) : AttributeSyntaxes.Add((PropertyDeclarationSyntax)node, "LocalOnly", model);
}
