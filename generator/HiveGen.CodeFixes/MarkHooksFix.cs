using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.CodeFixes;

/// <summary>HIVE0201: marks a class of hooks, so that it is called.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MarkHooksFix : NodeFix<ClassDeclarationSyntax>
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["HIVE0201"];

    private protected override string? Title(ClassDeclarationSyntax node, Diagnostic diagnostic) => "Mark it [HiveHooks]";

    private protected override SyntaxNode Fix(ClassDeclarationSyntax node, Diagnostic diagnostic, SemanticModel model) => AttributeSyntaxes.Add(node, "HiveHooks", model);
}
