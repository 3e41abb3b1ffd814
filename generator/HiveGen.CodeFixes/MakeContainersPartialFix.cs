using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.CodeFixes;

/// <summary>HIVE0002: makes all types around a nested class partial, by inserting the word and touching nothing else.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakeContainersPartialFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["HIVE0002"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } nested)
        {
            context.RegisterCodeFix(CodeAction.Create($"Make the types around '{nested.Identifier.ValueText}' partial", cancellationToken => FixAsync(context.Document, nested, cancellationToken), equivalenceKey: "HIVE0002"), context.Diagnostics);
        }
    }

    private static async Task<Document> FixAsync(Document document, TypeDeclarationSyntax nested, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        List<TypeDeclarationSyntax> outer = [];
        for (SyntaxNode? parent = nested.Parent; parent is TypeDeclarationSyntax type; parent = parent.Parent)
        {
            outer.Add(type);
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(outer, static (_, rewritten) => Partial.Of(rewritten)));
    }
}
